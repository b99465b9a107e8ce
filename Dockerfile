# One image: the server, which starts the site by itself. It needs a DATABASE_URL, or a volume at /data for the
# embedded database.

FROM node:22-bookworm-slim AS built
WORKDIR /club
ENV NEXT_TELEMETRY_DISABLED=1
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --include=dev && npm run build

FROM node:22-bookworm-slim
WORKDIR /club
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=built /club/package.json ./
COPY --from=built /club/node_modules ./node_modules
COPY --from=built /club/prisma ./prisma
COPY --from=built /club/docs/api ./docs/api
COPY --from=built /club/libs ./libs
COPY --from=built /club/apps ./apps
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that SIGTERM reaches it.
CMD ["node", "apps/server/dist/main.js"]

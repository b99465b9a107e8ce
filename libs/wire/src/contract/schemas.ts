import { z } from 'zod';
import * as requests from '../client-to-server.js';
import * as grid from '../grid.js';
import * as http from '../http.js';
import * as shapes from './club-shapes.js';
import * as frames from './frames.js';
import * as routes from './routes.js';

export type JsonSchema = { readonly [key: string]: unknown };

/** The schemas that have names; wherever one is used in another, the documents point to it. */
const named: Readonly<Record<string, z.ZodType>> = {
  ...{
    PlayerCard: shapes.PlayerCard,
    Conventions: shapes.Conventions,
    PublicSeat: shapes.PublicSeat,
  },
  ...{ TableRow: shapes.TableRow, RatingChange: shapes.RatingChange },
  ...{ FinishedSeat: shapes.FinishedSeat, GameSummary: shapes.GameSummary },
  ...{
    RecordedStep: shapes.RecordedStep,
    GameRecord: shapes.GameRecord,
    Fairness: shapes.Fairness,
  },
  ...{ PlayerGameStats: shapes.PlayerGameStats, Profile: shapes.Profile },
  ...{ ClubCounts: shapes.ClubCounts, ClockView: frames.ClockView, SeatView: frames.SeatView },
  ...{ Happened: frames.Happened, TableView: frames.TableView, ChatLine: frames.ChatLine },
  ...{ HallSnapshot: frames.HallSnapshot, HallChanges: frames.HallChanges, No: frames.No },
  ...{ EnterHall: requests.EnterHall, PlayNow: requests.PlayNow, FindTable: requests.FindTable },
  ...{ SetTable: requests.SetTable, ChooseConventions: requests.ChooseConventions },
  ...{ TableOnly: requests.TableOnly, Sit: requests.Sit, SeatComputer: requests.SeatComputer },
  ...{
    ClearSeat: requests.ClearSeat,
    Act: requests.Act,
    AskPast: requests.AskPast,
    Say: requests.Say,
  },
  ...{
    Automatic: requests.Automatic,
    Contribute: requests.Contribute,
    TableFairness: frames.TableFairness,
    Listen: requests.Listen,
    Unlisten: requests.Unlisten,
  },
  ...{ Me: routes.Me, TokenRow: routes.TokenRow, MakeToken: http.MakeToken },
  ...{ MadeToken: routes.MadeToken, TokensAnswer: routes.TokensAnswer },
  ...{ ChatAnswer: routes.ChatAnswer, SayByHttp: http.SayByHttp },
  ...{ GridAuth: grid.GridAuth, GridMovement: grid.GridMovement, GridRoom: grid.GridRoom },
  ...{ GridGreeting: grid.GridGreeting, GridStatus: grid.GridStatus },
  ...{ GridUserPosition: grid.GridUserPosition, GridPaintResult: grid.GridPaintResult },
  ...{ GridPaint: grid.GridPaint, GridWorld: grid.GridWorld, GridFrame: grid.GridFrame },
};

const names = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));
const pointer = (name: string) => `#/components/schemas/${name}`;

/** The schema in a document: a pointer to it when it has a name, else itself. */
export function inDocument(schema: z.ZodType): JsonSchema {
  const name = names.get(schema);
  if (name) return { $ref: pointer(name) };
  return convert({ ...named, inline: schema })['inline']!;
}

/** All schemas with names, for `components.schemas`. */
export function namedSchemas(): Readonly<Record<string, JsonSchema>> {
  return convert(named);
}

function convert(schemas: Readonly<Record<string, z.ZodType>>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  // As input: what is not listed may be there all the same, so that fields can be added without breaking anybody.
  const { schemas: made } = z.toJSONSchema(registry, { uri: pointer, io: 'input' });
  return Object.fromEntries(
    Object.entries(made).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  );
}

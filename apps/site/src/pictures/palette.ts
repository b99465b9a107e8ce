/** Of `theme.css`, which has them for the pages; a test holds the two together. */
export const palette = {
  felt: '#1b5441',
  feltDeep: '#0f3a2c',
  onFelt: '#f8f2e0',
  onFelt2: '#c9d8c9',
  brass: '#d6ad58',
} as const;

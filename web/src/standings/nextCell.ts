// Where an arrow key leads from a cell of the table; nowhere for other keys.
const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function nextCell(
  key: string,
  row: number,
  column: number,
): { row: number; column: number } | null {
  const step = steps[key];
  return step ? { row: row + step[0], column: column + step[1] } : null;
}

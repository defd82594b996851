// A sheet of numbers by keyboard: Enter and the arrows go from cell to cell, sums follow. Without it Tab does, and Enter saves.
const form = document.querySelector("form[data-sheet]");

const rows = () => [...form.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("input:not([type=hidden])")])
  .filter((cells) => cells.length > 0);
const number = (cell) => (/^\s*\d+\s*$/.test(cell.value) ? Number(cell.value) : 0);

function sumUp() {
  const days = [...form.querySelectorAll("[data-day-sum]")];
  const sums = days.map(() => 0);
  for (const line of form.querySelectorAll("tbody tr")) {
    const cells = [...line.querySelectorAll("input")];
    line.querySelector("[data-line-sum]").textContent = String(cells.reduce((sum, cell) => sum + number(cell), 0));
    cells.forEach((cell, day) => { sums[day] += number(cell); });
  }
  days.forEach((cell, day) => { cell.textContent = String(sums[day]); });
  form.querySelector("[data-sheet-sum]").textContent = String(sums.reduce((all, sum) => all + sum, 0));
}

/** Down the column, then to the top of the next one. */
function cellBelow(grid, row, column) {
  if (row + 1 < grid.length) return grid[row + 1][column];
  return grid[0][column + 1] ?? form.querySelector("button[data-variant=primary]");
}

function target(event, grid, row, column) {
  const cell = event.target;
  const atStart = cell.selectionStart === 0, atEnd = cell.selectionEnd === cell.value.length;
  if (event.key === "Enter") return event.shiftKey ? grid[row - 1]?.[column] : cellBelow(grid, row, column);
  if (event.key === "ArrowDown") return grid[row + 1]?.[column];
  if (event.key === "ArrowUp") return grid[row - 1]?.[column];
  if (event.key === "ArrowLeft" && atStart) return grid[row][column - 1];
  if (event.key === "ArrowRight" && atEnd) return grid[row][column + 1];
  return undefined;
}

if (form) {
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !event.target.matches("tr input")) return;
    const grid = rows();
    const row = grid.findIndex((cells) => cells.includes(event.target));
    const next = target(event, grid, row, grid[row].indexOf(event.target));
    if (!next && event.key !== "Enter") return;
    event.preventDefault();
    next?.focus();
    next?.select?.();
  });
  form.addEventListener("input", sumUp);
}

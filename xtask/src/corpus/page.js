const body = document.querySelector("tbody");
const headings = [...document.querySelectorAll("th")];
const value = (row, column) => {
  const text = row.cells[column].dataset.v;
  const number = Number(text);
  return text !== "" && !Number.isNaN(number) ? number : text;
};
headings.forEach((heading, column) => {
  heading.querySelector("button").addEventListener("click", () => {
    const numeric = heading.classList.contains("n");
    const before = heading.getAttribute("aria-sort");
    // Figures begin with the largest, words with the first.
    const down = before ? before === "ascending" : numeric;
    headings.forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...body.rows].sort((a, b) => {
      const [x, y] = [value(a, column), value(b, column)];
      const both = typeof x === "number" && typeof y === "number";
      return both ? x - y : String(x).localeCompare(String(y));
    });
    body.append(...(down ? rows.reverse() : rows));
  });
});
document.querySelector("input").addEventListener("input", (event) => {
  const wanted = event.target.value.toLowerCase();
  for (const row of body.rows) {
    row.hidden = !row.textContent.toLowerCase().includes(wanted);
  }
});

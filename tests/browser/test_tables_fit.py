"""No table is wider than its page, even in the language of the longest words, with all folds open."""

from ui.link.nav import ENTRIES

LANG = "bg"
PAGES = ["", *(entry.name for entry in ENTRIES[1:])]
OPEN_FOLDS = "document.querySelectorAll('details:not(.claim)').forEach((fold) => { fold.open = true; })"
# A matrix scrolls in its own frame, under its heads.
WIDER = """() => {
  const found = [document.documentElement, document.querySelector('[data-testid=stMain]')]
    .filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => ['page', box.scrollWidth - box.clientWidth]);
  for (const table of document.querySelectorAll('.cx-table:not(.cx-matrix)')) {
    const frame = table.closest('.cx-table-frame');
    const name = `${table.className}: ${table.caption?.textContent.slice(0, 60)}`;
    if (frame && frame.scrollWidth > frame.clientWidth + 1)
      found.push([name, frame.scrollWidth - frame.clientWidth]);
    if (innerWidth > 640)
      for (const cell of table.querySelectorAll('th, td'))
        if (cell.scrollWidth > cell.clientWidth + 2)
          found.push([`${name}: ${cell.textContent.slice(0, 40)}`, cell.scrollWidth - cell.clientWidth]);
  }
  return found;
}"""


def test_no_table_is_wider_than_its_page(visit):
    found = {}
    for address in PAGES:
        visit.page.set_viewport_size({"width": 1440, "height": 900})
        visit.open(f"/{address}?lang={LANG}")
        visit.page.wait_for_selector(f".site-footer[lang='{LANG}']")
        visit.settled()
        visit.page.evaluate(OPEN_FOLDS)
        for width in (1440, 390):
            visit.page.set_viewport_size({"width": width, "height": 900})
            for _again in range(20):  # Streamlit and the map take the new width a moment later
                found[address, width] = visit.page.evaluate(WIDER)
                if not found[address, width]:
                    break
                visit.page.wait_for_timeout(250)
    assert {where: wide for where, wide in found.items() if wide} == {}

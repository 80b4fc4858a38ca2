"""The reminder of a lesson: a file any calendar can read."""

from datetime import date, timedelta
from pathlib import Path

import icalendar

from tests.site.browsing import Visit
from tests.site.serving import SiteServer

LESSON = "/vorming/discord-in-de-vingers/plekken-en-woorden/"


def test_a_lesson_gives_a_reminder_in_two_weeks_that_names_it(visit: Visit, server: SiteServer, tmp_path: Path) -> None:
    visit.page.goto(server.url(LESSON))
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Herinner me over twee weken").click()
    download.value.save_as(tmp_path / "herinnering.ics")
    file = (tmp_path / "herinnering.ics").read_bytes()
    event = icalendar.Calendar.from_ical(file).walk("VEVENT")[0]

    assert download.value.suggested_filename == "herinnering.ics"
    assert abs(event["DTSTART"].dt - date.today() - timedelta(days=14)) <= timedelta(days=1)  # noqa: DTZ011 - the browser's clock
    assert "De plekken en hun woorden" in event["SUMMARY"]
    assert event["DESCRIPTION"].endswith(LESSON)
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    assert visit.complaints == []

"""Judges of schedule.xml and schedule.json: both official schemas, and what c3voc's own tools read.

    schedules.py <folder of the schemas> <file>...

Run by a Python of its own (script/_judges): these tools want an icalendar older than ours.
"""

import json
import sys
from pathlib import Path

import jsonschema
from lxml import etree
from voc.schedule import Schedule


def judge(folder, path):
    return _xml(folder, path) if path.suffix == ".xml" else _json(folder, path)


def _xml(folder, path):
    schema = etree.XMLSchema(etree.parse(str(folder / "schedule.xml.xsd")))
    document = etree.parse(str(path))
    schema.validate(document)
    events = [
        [event.get("guid"), event.findtext("title"), event.findtext("date"), event.findtext("room")]
        for event in document.iter("event")
    ]
    return {"faults": [error.message for error in schema.error_log], "events": events}


def _json(folder, path):
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    document = json.loads(path.read_text(encoding="utf-8"))
    judge = jsonschema.Draft6Validator(schema, format_checker=jsonschema.Draft6Validator.FORMAT_CHECKER)
    faults = [error.message for error in judge.iter_errors(document)]
    return {"faults": faults} if faults else {"faults": faults} | _read(document)


def _read(document):
    schedule, events = Schedule(json=document), []
    schedule.foreach_event(
        lambda event: events.append([event["guid"], event["title"], event.start.isoformat(), event["room"]])
    )
    return {"events": events, "days": len(schedule.days()), "rooms": schedule.rooms()}


if __name__ == "__main__":
    schemas, *files = map(Path, sys.argv[1:])
    sys.stdout.write(json.dumps([judge(schemas, file) for file in files]))

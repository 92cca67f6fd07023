// What Thunderbird's parser (ical.js) reads in calendar files: for each file, the zones it brings and its events.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000", ""));

function read(file) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf-8")));
  // Only the zones that the file itself brings, so that a missing one is noticed.
  ICAL.TimezoneService.reset();
  const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => {
    ICAL.TimezoneService.register(zone);
    return zone.getFirstPropertyValue("tzid");
  });
  const events = calendar.getAllSubcomponents("vevent").map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: part.getFirstPropertyValue("status"),
      url: part.getFirstPropertyValue("url"),
      summary: event.summary,
      description: event.description,
      location: event.location,
      start: moment(event.startDate),
      end: moment(event.endDate),
    };
  });
  return { zones: zones.sort(), events };
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));

// What schema.org knows of the JSON-LD in pages. The first file is the vocabulary; the answer for each other file: its
// Events as they were read, and every fault.
import { readFileSync } from "node:fs";
import Validator from "@adobe/structured-data-validator";
import Extractor from "@marbec/web-auto-extractor";

const [vocabulary, ...pages] = process.argv.slice(2).map((file) => readFileSync(file, "utf-8"));
const validator = new Validator(JSON.parse(vocabulary));
const answers = [];
for (const page of pages) {
  const found = new Extractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(page);
  const faults = await validator.validate(found);
  answers.push({
    events: found.jsonld?.Event ?? [],
    errors: found.errors ?? [],
    faults: faults.map((fault) => `${fault.severity}: ${fault.issueMessage}`),
  });
}
console.log(JSON.stringify(answers));

// SPDX-License-Identifier: AGPL-3.0-or-later
// node time.mjs TOOL ROUNDS FILES…: prints the CPU milliseconds of a page, as one number.
// Starting, loading and one warming round over all pages are not counted.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [tool, rounds, ...files] = process.argv.slice(2);

async function htmlValidate() {
  const { HtmlValidate } = await import('html-validate');
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
  return html => validator.validateString(html);
}

async function axe() {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  return async html => {
    const virtualConsole = new VirtualConsole();
    const dom = new JSDOM(html, { pretendToBeVisual: true, runScripts: 'outside-only', virtualConsole });
    dom.window.eval(source);
    await dom.window.axe.run(dom.window.document);
    dom.window.close();
  };
}

const pages = files.map(file => readFileSync(file, 'utf8'));
const check = await { 'html-validate': htmlValidate, axe }[tool]();
for (const page of pages) await check(page);
const before = process.cpuUsage();
for (let round = 0; round < rounds; round++) for (const page of pages) await check(page);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000 / rounds / pages.length);
process.exit(0);

#!/usr/bin/env node
// Checks a Teams app package (or a bare manifest.json) against the official schemas of its manifestVersion, offline.
//
//   npm ci && node check.js APP.zip|manifest.json
//
// Of a zip, also the icons (colour 192 x 192, outline 32 x 32, PNG), the language files, and that it holds nothing else.
// Prints {ok, version, errors}; exit status 0 or 1, 2 when there is nothing to check. The schemas come from npm
// @microsoft/app-manifest. A zip is read with the command "unzip".

import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import Ajv from 'ajv';
import Ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const SCHEMAS = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
const ICONS = {color: 192, outline: 32};  // side in pixels
const MAX_BYTES = 1 << 26;

function main(file) {
  if (!file || !existsSync(file)) return {status: 2, said: 'usage: node check.js APP.zip|manifest.json'};
  const isZip = file.endsWith('.zip');
  const inZip = name => execFileSync('unzip', ['-p', file, name], {maxBuffer: MAX_BYTES, stdio: ['ignore', 'pipe', 'ignore']});
  const manifest = JSON.parse(isZip ? inZip('manifest.json') : readFileSync(file));
  const version = manifest.manifestVersion === 'devPreview' ? 'vDevPreview' : `v${manifest.manifestVersion}`;
  if (!existsSync(join(SCHEMAS, version))) return {status: 1, said: {ok: false, version, errors: ['no such manifestVersion']}};
  const errors = faults(manifest, version, 'MicrosoftTeams.schema.json');
  if (isZip) errors.push(...ofPackage(manifest, version, inZip), ...strangers(manifest, file));
  return {status: errors.length ? 1 : 0, said: {ok: !errors.length, version, errors}};
}

function faults(data, version, schemaFile) {
  const schema = JSON.parse(readFileSync(join(SCHEMAS, version, schemaFile)));
  const Validator = schema.$schema.includes('draft-04') ? Ajv4 : Ajv;
  // the schemas' patterns are not written for the "u" flag: one of them is no regular expression with it
  const validator = new Validator({strict: false, allErrors: true, unicodeRegExp: false});
  addFormats(validator);
  const validate = validator.compile(schema);
  return validate(data) ? [] : validate.errors.map(e => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
}

function ofPackage(manifest, version, inZip) {
  const read = (file, look) => {
    let bytes;
    try { bytes = inZip(file); } catch { return [`${file} is not in the zip`]; }
    return look(bytes);
  };
  const ofLanguage = (file, bytes) =>
    faults(JSON.parse(bytes), version, 'MicrosoftTeams.Localization.schema.json').map(error => `${file}: ${error}`);
  return [
    ...Object.entries(ICONS).flatMap(([name, side]) => read(manifest.icons[name], bytes => ofIcon(name, side, bytes))),
    ...languageFiles(manifest).flatMap(file => read(file, bytes => ofLanguage(file, bytes))),
  ];
}

function ofIcon(name, side, bytes) {
  const isPng = bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47;
  const size = isPng ? `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}` : 'no PNG';
  return size === `${side}x${side}` ? [] : [`icons.${name} must be a ${side}x${side} PNG, is ${size}`];
}

function strangers(manifest, zip) {
  const known = ['manifest.json', ...Object.keys(ICONS).map(name => manifest.icons[name]), ...languageFiles(manifest)];
  const held = execFileSync('unzip', ['-Z1', zip], {encoding: 'utf8'}).trim().split('\n');
  return held.filter(name => !known.includes(name)).map(name => `${name} is in the zip, but not in the manifest`);
}

function languageFiles(manifest) {
  return (manifest.localizationInfo?.additionalLanguages ?? []).map(language => language.file);
}

const {status, said} = main(process.argv[2]);
console.log(typeof said === 'string' ? said : JSON.stringify(said, null, 1));
process.exitCode = status;

// Faults between a program and a blob service.
// node fault-proxy.js PORT TARGET_PORT TLS_FOLDER SEED 'JSON of probabilities'
//
// drop: done, the answer lost | busy: 503, not done | late500: done, answered 500 | throttle: 429 with Retry-After
// stall: done, answered after stallMs | hold: done after holdMs, when the client has given up
// cut: the answer torn in its middle | deny: 403, not done | missing: 404, not done
//
// `only` is a pattern for the requests that meet faults: method and address, such as "PUT .*_delta_log".
// Without any of them, each way takes delayMs.
//
// With `strip` conditions are taken off on the way. `code` is the word that `deny` says.
//
// PUT /__faults with other probabilities changes them; GET /__counts says what happened, and which
// requests wrote.
const https = require('https');
const fs = require('fs');
const path = require('path');

const [port, target, tls, seed, json] = process.argv.slice(2);
const kinds = ['drop', 'busy', 'late500', 'throttle', 'stall', 'hold', 'cut', 'deny', 'missing'];
let faults = { stallMs: 1500, holdMs: 1500, ...JSON.parse(json || '{}') };
const credentials = {
  key: fs.readFileSync(path.join(tls, 'key.pem')),
  cert: fs.readFileSync(path.join(tls, 'cert.pem')),
};
const agent = new https.Agent({ keepAlive: true, maxSockets: 64, rejectUnauthorized: false });
let met = {};
let verbs = {};
// What was written last, each with what the writer calls its request.
const marks = [];
const MOST_MARKS = 1000;
// Requests that are on their way to the service, or will yet be.
let open = 0;

// mulberry32: the same seed gives the same faults.
let state = Number(seed) >>> 0 || 1;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

function pick(request) {
  if (faults.only && !new RegExp(faults.only).test(`${request.method} ${request.url}`)) return 'pass';
  let left = random();
  for (const kind of kinds) {
    const share = faults[kind] || 0;
    if (left < share) return kind;
    left -= share;
  }
  return 'pass';
}

function later(action) {
  if (faults.delayMs) setTimeout(action, faults.delayMs);
  else action();
}

function count(counts, name) {
  counts[name] = (counts[name] || 0) + 1;
}

function refuse(response, status, code, extra = {}) {
  if (response.destroyed) return;
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;
  response.writeHead(status, { 'x-ms-error-code': code, 'content-type': 'application/xml', ...extra });
  response.end(body);
}

function pass(request, response, whole, answer) {
  if (response.destroyed) return;
  const headers = { ...answer.headers };
  delete headers['transfer-encoding'];
  delete headers.connection;
  if (request.method !== 'HEAD' && answer.statusCode !== 304) headers['content-length'] = whole.length;
  response.writeHead(answer.statusCode, headers);
  response.end(whole);
}

function tear(response, whole, answer) {
  const headers = { ...answer.headers, 'content-length': whole.length };
  delete headers['transfer-encoding'];
  if (response.destroyed) return;
  response.writeHead(answer.statusCode, headers);
  response.write(whole.subarray(0, whole.length >> 1));
  setTimeout(() => response.socket?.destroy(), 20);
}

function forward(request, response, body, fault) {
  const options = {
    port: target,
    host: '127.0.0.1',
    method: request.method,
    path: request.url,
    headers: { ...request.headers },
    agent,
  };
  if (faults.strip) delete options.headers['if-none-match'];
  open++;
  const out = https.request(options, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => {
      open--;
      const whole = Buffer.concat(parts);
      if (fault === 'drop') response.socket?.destroy();
      else if (fault === 'late500') refuse(response, 500, 'InternalError');
      else if (fault === 'cut' && whole.length > 1) tear(response, whole, answer);
      else if (fault === 'stall') setTimeout(() => pass(request, response, whole, answer), faults.stallMs);
      else later(() => pass(request, response, whole, answer));
    });
  });
  out.on('error', (failure) => {
    open--;
    count(met, `upstream ${failure.code}`);
    response.socket?.destroy();
  });
  out.end(body);
}

function serve(request, response, body) {
  if (request.url === '/__counts') {
    response.end(JSON.stringify({ met, verbs, open, marks }));
    return;
  }
  if (request.url === '/__faults') {
    faults = { stallMs: 1500, holdMs: 1500, ...JSON.parse(body.toString()) };
    met = {};
    verbs = {};
    response.end();
    return;
  }
  if (request.method === 'PUT') marks.push(`${request.url} ${request.headers['x-ms-client-request-id']}`);
  if (marks.length > MOST_MARKS) marks.shift();
  const fault = pick(request);
  count(met, fault);
  const part = /comp=[a-z]+/.exec(request.url);
  count(verbs, request.method + (part ? ` ${part[0]}` : ''));
  if (fault === 'busy') refuse(response, 503, 'ServerBusy');
  else if (fault === 'throttle') refuse(response, 429, 'TooManyRequests', { 'retry-after': '1' });
  else if (fault === 'deny') refuse(response, 403, faults.code || 'AuthorizationFailure');
  else if (fault === 'missing') refuse(response, 404, 'BlobNotFound');
  else if (fault === 'hold') {
    open++;
    setTimeout(() => {
      open--;
      forward(request, response, body, fault);
    }, faults.holdMs);
  } else later(() => forward(request, response, body, fault));
}

https
  .createServer(credentials, (request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('error', () => {});
    response.on('error', () => {});
    request.on('end', () => serve(request, response, Buffer.concat(chunks)));
  })
  .listen(Number(port), '127.0.0.1', () => console.log(`listening on ${port}`));

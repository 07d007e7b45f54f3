// A token endpoint like Entra's, and those of managed identities beside it.
// node fake-entra.js PORT TLS_FOLDER TOOLS_FOLDER SECONDS
// client-id/secret is the only good pair; a token lives for SECONDS.
const https = require('https');
const fs = require('fs');
const path = require('path');

const [port, tls, tools, seconds] = process.argv.slice(2);
const jwt = require(path.resolve(tools, 'node_modules/jsonwebtoken'));
const life = Number(seconds);
const key = fs.readFileSync(path.join(tls, 'key.pem'));
const cert = fs.readFileSync(path.join(tls, 'cert.pem'));
const seen = [];

function issue(resource, tenant) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: resource.replace(/\/+$/, ''),
    iss: `https://sts.windows.net/${tenant}/`,
    iat: now,
    nbf: now - 60,
    exp: now + life,
    appid: 'client-id',
    tid: tenant,
    jti: String(seen.length),
  };
  return jwt.sign(claims, key, { algorithm: 'RS256', keyid: 'k1' });
}

const refusals = {
  'expired-secret': 'AADSTS7000222: The provided client secret keys are expired.',
  'other-client': 'AADSTS700016: Application was not found in the directory.',
  'other-tenant': 'AADSTS90002: Tenant not found.',
};

function refusal(tenant, form) {
  if (tenant === 'other-tenant') return refusals['other-tenant'];
  if (form.get('client_id') !== 'client-id') return refusals['other-client'];
  if (form.get('client_secret') === 'expired-secret') return refusals['expired-secret'];
  return form.get('client_secret') === 'secret' ? '' : 'AADSTS7000215: Invalid client secret provided.';
}

function answer(request, body) {
  const url = new URL(request.url, `https://localhost:${port}`);
  const tenant = url.pathname.split('/')[1];
  if (url.pathname === '/__seen') return [200, seen];
  seen.push(`${request.method} ${request.url}`);
  if (url.pathname.endsWith('/oauth2/v2.0/token')) {
    const form = new URLSearchParams(body);
    const wrong = refusal(tenant, form);
    if (wrong) return [401, { error: 'invalid_client', error_description: wrong }];
    const scope = String(form.get('scope')).replace('/.default', '');
    return [200, { token_type: 'Bearer', expires_in: life, access_token: issue(scope, tenant) }];
  }
  if (url.pathname === '/msi/token' && (request.headers['x-identity-header'] === 'h' || request.headers.metadata)) {
    const until = String(Math.floor(Date.now() / 1000) + life);
    const token = issue(url.searchParams.get('resource'), '11111111-2222-3333-4444-555555555555');
    return [200, { token_type: 'Bearer', expires_on: until, access_token: token }];
  }
  return [401, { error: 'unauthorized' }];
}

https
  .createServer({ key, cert }, (request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const [status, value] = answer(request, body);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    });
  })
  .listen(Number(port), '127.0.0.1', () => console.log(`listening on ${port}`));

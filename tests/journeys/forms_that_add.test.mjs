// A form that adds something adds it once, however often the same form is sent: every form of the program that adds.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../lib/client.mjs';
import { repository, startServer, engine } from '../lib/server.mjs';

const password = 'Fyren lyser i natten 47';
const base = '/{municipality}/staff';

/** Route → what a person fills in. `other`: the same form with another content, where going back and changing it makes another. */
const adds = {
  [`${base}/directory/places/new`]: { fields: { name: 'Ny plats' }, other: { name: 'Annan plats' } },
  [`${base}/directory/services/new`]: { fields: { title: 'Ny insats' }, other: { title: 'Annan insats' } },
  [`${base}/directory/e-services/new`]: { fields: { name: 'Ny e-tjänst' }, other: { name: 'Annan e-tjänst' } },
  [`${base}/directory/contacts/new`]: { fields: { title: 'Ny kontakt' }, other: { title: 'Annan kontakt' } },
  [`${base}/indicators`]: { fields: { title: 'Besök', unit: 'number', direction: 'high' }, other: { title: 'Samtal' } },
  [`${base}/inquiries`]: {
    form: `${base}/`, fields: { topics: 'print', channel: 'visit', outcome: 'answered' }, other: { topics: 'scan' },
  },
  [`${base}/callbacks/new`]: {
    fields: { about: 'Vill veta om blanketten', contact_way: 'phone', contact: '060-19 10 11' }, other: { contact: '060-19 10 12' },
  },
  [`${base}/settings/tokens`]: { fields: { name: 'Kiosk', scope: 'statistics:read' }, other: { name: 'Skärm' }, shown: /dgl_[\w-]{20,}/ },
  '/{municipality}/ask': {
    fields: { question: 'Var kan jag skriva ut?', reply_by: 'none' }, other: { question: 'Var kan jag skanna?' },
  },
  '/{municipality}/activity-requests': {
    fields: { title: 'Salong i bygdegården', locality: 'Lillnäset' }, other: { title: 'Salong i skolan' },
  },
  [`${base}/activity-requests/new`]: {
    fields: { title: 'Salong i bygdegården', locality: 'Lillnäset' }, other: { title: 'Salong i skolan' },
  },
  // Of these there is one of each name, address or number; the same sent again leads on.
  [`${base}/people`]: { fields: { email: 'ny@prov.example', role: 'guide', password } },
  [`${base}/settings/topics`]: {
    fields: { label: 'Bussresor', maps_to: 'print' }, other: { label: 'Tågresor' }, each: /settings\/topics\/own_\w+/g,
  },
  [`${base}/directory/stops/new`]: {
    fields: { name: 'Torget', place_id: 'sundsvall-mobidig', weekday: 'mo', every: '2', times: '14-14.45', starts: '2026-09-07' },
    other: { name: 'Skolan', weekday: 'tu' },
  },
  [`${base}/settings/rhythms`]: { fields: { kind: 'place', months: '3' }, other: { kind: 'contact' }, each: /settings\/rhythms\/[0-9a-f-]{36}/g },
  '/{municipality}/chat': { fields: { words: 'Hur skriver jag ut?' }, other: { words: 'Var finns en skrivare?' } },
  [`${base}/settings/promises`]: {
    fields: { channel: 'letter', response_limit: '5', response_unit: 'days' }, other: { channel: 'chat' },
    each: /settings\/promises\/[0-9a-f-]{36}/g,
  },
  [`${base}/counts/new`]: { fields: { kind: 'visitors', period: '2026-11-20', number: '41' }, other: { period: '2026-11-19' } },
  [`${base}/booking/offers/new`]: { fields: { title: 'Dator', kind: 'computer', lengths: '30' }, other: { title: 'Annan dator' } },
  // Their function is made before: whoseRota.
  [`${base}/booking/rota/new`]: { fields: { title: 'Måndagar', weekdays: 'mo', hours: '12-14', place: 'sundsvall-kulturmagasinet' }, other: { title: 'Tisdagar' } },
  [`${base}/booking/exceptions/new`]: { fields: { title: 'Kurs', kind: 'away', first_day: '2027-01-04' }, other: { title: 'Möte' } },
  [`${base}/booking/resources/new`]: { fields: { title: 'Dator', kind: 'computer', place: 'sundsvall-mobidig' }, other: { title: 'Annan dator' } },
  [`${base}/planned-help/new`]: { fields: { title: 'Morgnar', weekdays: 'mo', hours: '9-12' }, other: { title: 'Kvällar' } },
  [`${base}/assisted-visits/new`]: { fields: { day: '2026-11-20', purpose: 'health', helper: 'nurse' }, other: { day: '2026-11-19' } },
  [`${base}/tours/new`]: { fields: { title: 'Pensionärerna', day: '2026-11-20' }, other: { title: 'Startpunkten' } },
  [`${base}/trials/new`]: { fields: { title: 'Ny e-tjänst', day: '2026-11-20' }, other: { title: 'Ny app' } },
  [`${base}/launches/new`]: { fields: { title: 'E-tjänsten', place: 'sundsvall-mobidig', first_day: '2026-11-02' }, other: { title: 'Appen' } },
  [`${base}/onboarding/new`]: { fields: { title: 'Föräldrar och appen' }, other: { title: 'Elever och appen' } },
  [`${base}/walkthroughs/new`]: { fields: { title: 'Årskurs 3', day: '2026-11-20', invited: '24', came: '16' }, other: { title: 'Årskurs 4' } },
  [`${base}/experiments/new`]: { fields: { title: 'Sms i stället för affisch', first_day: '2026-11-02' }, other: { title: 'Brev' } },
  [`${base}/campaigns/new`]: { fields: { title: 'Alla digitalt', first_day: '2026-11-23', last_day: '2026-11-29' }, other: { title: 'Ännu en vecka' } },
  [`${base}/statistics/targets`]: {
    fields: { share: 'answered_at_first_contact', year: '2026', direction: 'least', percent: '80' }, other: { year: '2027' },
    each: /statistics\/targets\/[0-9a-f-]{36}/g,
  },
  [`${base}/statistics/saved/new`]: { fields: { title: 'Bank', query: 'measure=inquiries&by=month' }, other: { title: 'Utskrift' } },
  [`${base}/settings/shared-tables/new`]: {
    fields: { title: 'Till nämnden', open_until: new Date(Date.now() + 30 * 86400e3).toISOString().slice(0, 10) }, other: { title: 'Till länet' },
  },
  [`${base}/owners/new`]: {
    fields: { title: 'Till skatten', about: 'body:tax', open_until: new Date(Date.now() + 30 * 86400e3).toISOString().slice(0, 10) }, other: { title: 'Till banken' },
  },
  [`${base}/owner-answers/new`]: { fields: { about: 'body:tax', state: 'cannot', on_day: '2026-11-20', words: 'Det finns inga pengar' }, other: { words: 'Det är lag' } },
  [`${base}/needs/wishes/new`]: { fields: { title: 'Berätta om hjälpen', from_group: 'Biblioteket', to_group: 'Byaföreningen' }, other: { title: 'Sätt upp lappar' } },
  [`${base}/plan/required/new`]: { fields: { title: 'Vi gör så', kind: 'pre_study', phase: '2' }, other: { kind: 'inventory' }, list: `${base}/plan/required`, each: /plan\/required\/[0-9a-f-]{36}/g },
  [`${base}/topic-rules/new`]: {
    fields: { topic: 'bank', handling: 'both', rule: 'Visa, logga inte in' }, other: { topic: 'print' }, list: `${base}/topic-rules`, each: /topic-rules\/[0-9a-f-]{36}/g,
  },
  [`${base}/progress/goals/new`]: {
    fields: { number: '3', title: 'Alla är med', colour: '#1f5fa8' }, other: { number: '4', title: 'Ingen är utanför' },
    list: `${base}/progress/goals`, each: /progress\/goals\/(alla-ar-med|ingen-ar-utanfor)/g,
  },
};

/** These change, end or remove what is there, or do the same when sent again. */
const changes = [
  /^\/(login|logout)$/, /^\/login\/(forgotten|link\/\{token\})$/, /\/people\/\{id\}\/link$/, /\/tasks\/\{id\}\/(again|done)$/, /\/my-tasks\/(reminders|calendar(\/end)?)$/, /^\/staff\/account\//, /\/staff\/desk-keys$/, /\/directory\/verified$/,
  /\/indicators\/\{id\}(\/figures)?$/, /\/inquiries\/\{id\}(\/delete|\/undo)?$/, /\/people\/\{id\}\/(close|open|password|role)$/,
  /\/progress\/(adopt|evaluations\/\{year\}|goals\/\{id\}(\/remove)?|targets\/\{target\}(\/leave-out)?)$/,
  /\/files\/(new|\{file\}(\/remove)?)$/,   // takes a file: register/files_test sends the same form several times
  /\/staff\/settings$/, /\/(statistics|plan)\/digest$/, /\/settings\/retention\/\{rule\}$/, /\/settings\/log-questions$/, /\/tokens\/\{id\}\/revoke$/, /\/topics\/\{id\}$/,
  /\/ask\/(follow|\{code\}\/(how-often|reach))$/, /\/my-matters$/, /\/answers\/\{slug\}\/helped$/, /\/staff\/questions\/\{id\}\/(answer|close|code|open|reach|take|told|tried)$/,
  /\/staff\/callbacks\/\{id\}\/(again|hand-over|take|tried)$/,
  /\/questions\/from-entry\/\{id\}$/,            // one for each entry: questions/from_entry_test
  /\/inquiries\/\{id\}\/referral$/,
  /^\/api\/v1\/\{municipality\}\/questions$/,   // its key is the header Idempotency-Key
  /\/staff\/plan\/\{id\}\/reach$/,             // a part reaches over what is below it: the same however often
  /\/staff\/plan\/\{id\}\/calendar(\/end)?$/,   // a secret link in the place of the last one
  /\/callbacks\/\{id\}\/close$/, /\/questions\/presence$/, /\/answers\/\{id\}\/told$/, /\/pickups\/\{id\}\/(fetched|reminded)$/,
  /\/questions\/\{id\}\/chat(\/close)?$/, /\/chat\/\{code\}$/,   // a line said twice within a moment is one: questions/chat_test
  /\/book\/\{offer\}$/, /\/staff\/bookings\/new$/, /\/places\/\{slug\}\/queue$/,   // one for each form: booking/bookings_test
  /\/bookings\/find$/, /\/bookings\/\{code\}\/(cancel|change|how-often)$/, /\/staff\/bookings\/(find|\{id\}\/(contact|log|move|reminded|state))$/, /\/staff\/queue$/,
  /^\/api\/v1\/\{municipality\}\/bookings(\/on-behalf)?$/,   // its key is the header Idempotency-Key
  /\/referrals\/\{id\}\/outcome$/, /\/referrals\/\{id\}\/onward(\/undo)?$/, /\/topic-rules\/\{id\}\/remove$/,
  /\/offline\/devices(\/\{id\}\/end)?$/, /\/offline\/entries$/,   // by scripts: a secret for each; once by the entry's own number
  /\/settings\/released-tables$/, /\/staff\/network\/sharing$/, /\/kiosk\/(done|end)$/, /\/counts\/(sheet|visitors(\/day)?)$/,   // presses have a key (counts_test); the others set a number
  /^\/api\/v1\/\{municipality\}\/counts$/,     // one number for each source, place and period
  /\/inquiries\/\{id\}\/(followed-up|slip|slip\.pdf)$/, /\/staff\/questions\/\{id\}\/slip\.pdf$/,
  /\/inquiries\/\{id\}\/repeat$/,               // by a button beside each entry, with a key of its own
  // A session's own forms; that adding sessions and signing up twice by one form is once, activities_test tries.
  /\/sessions\/\{session\}\/(attendance|cancel|change|needs|put-back|reason|sign-ups?)$/, /\/activities\/\{id\}\/series$/,
  /\/sign-ups(\/(find|\{(code|id)\}\/(cancel|contact|told|undo|how-often)))?$/, /\/staff\/letters\/\{id\}\/(again|told|done|undo)$/, /^\/api\/v1\/\{municipality\}\/activities$/,
  /\/owners\/\{secret\}(\/take-back)?$/, /\/owners\/\{id\}\/letter(\/end)?$/,   // one for each form: owners_test
  // Once for each code, form or sheet; questions have a mark of their edition: surveys_test.
  /\/surveys\/\{slug\}$/, /\/surveys\/\{id\}\/(questions(\/\{question\})?|paper|dots|codes\.pdf|close|answers)$/,
  /\/activity-requests\/(find|\{id\}\/(activity|state|told))$/, /\/staff\/trials\/\{id\}\/take$/,
  /^\/api\/v1\/\{municipality\}\/(inquiries|needs\/answers)$/,   // its key is the header Idempotency-Key
  /\/budgets\/\{id\}\/amounts$/, /\/goals\/(reports(\/\{report\})?|\{id\}\/weeks\/\{week\})$/,   // one that is not sent for each kind and time
  /\/networks\/\{network\}\/(copies|feedback|figures(\/lock)?|visits\/\{owner\}\/\{visit\})$/, /\/networks\/\{network\}\/aggregates$/,   // known twice is known: networks_test, federation_test
  /\/needs\/\{secret\}$/,   // once for each form: needs_test
  /\/staff\/plan\/(\{id\}\/(phase|close)|editions(\/\{id\})?)$/, /^\/api\/v1\/\{municipality\}\/plan$/,   // each edition is one; programs bring Idempotency-Key
  /^\/api\/v1\/\{municipality\}\/plan\/tree$/, /\/staff\/bodies\/checklist-for-part$/,   // what is there is not added again: plan/tree_json_test, bodies_test
  /\/needs\/(ranking|examples-of-others|report\/editions)$/,   // once for each form, one copy of each: needs_test
];

const posts = readFileSync(join(repository, 'routes.txt'), 'utf8').split('\n')
  .filter((line) => line.startsWith('POST ')).map((line) => line.split(' ')[1]);
const gets = readFileSync(join(repository, 'routes.txt'), 'utf8').split('\n')
  .filter((line) => line.startsWith('GET ')).map((line) => line.split(' ')[1]);

// Registers (platform/register) add in one way, so theirs are not named here: of many by "/new", of few below their list.
// A table is looked at first, and each of its rows is added once.
for (const path of gets.filter((route) => gets.includes(`${route}/table`))) {
  const of = `^${path.replace(/[{}]/g, '\\$&')}`;
  changes.push(new RegExp(`${of}/import$`));
  if (!gets.includes(`${path}/new`)) continue;
  adds[`${path}/new`] ??= {};
  changes.push(new RegExp(`${of}/(verified|\\{id\\}(/change|/end|/use|/delete)?)$`));
}
for (const path of posts.filter((route) => gets.includes(route) && posts.includes(`${route}/{id}/remove`))) {
  adds[path] ??= {};
  changes.push(new RegExp(`^${path.replace(/[{}]/g, '\\$&')}/\\{id\\}(/remove)?$`));
}

// What they belong to is made before.
adds[`${base}/catch-ups/new`] = { fields: { way: 'paper', number: '2' }, other: { way: 'phone' } };
adds[`${base}/survey-rounds/new`] = {
  fields: { title: 'Hösten', opens: '2026-11-01', closes: '2026-11-20' }, other: { title: 'Våren', opens: '2027-03-01', closes: '2027-03-20' },
};
adds[`${base}/budget-approvals/new`] = { fields: { title: 'Nämnden', decision: 'noted', day: '2026-11-23' }, other: { title: 'Styrelsen' } };
adds[`${base}/budget-frames/new`] = { fields: { title: 'Resor', maximum: '15000' }, other: { title: 'Lokaler' } };
adds[`${base}/budget-calculations/new`] = {
  fields: { title: 'Handledare', kind: 'wage', hourly_wage: '212', percent: '39,2', hours: '3950' }, other: { title: 'Projektledare' },
};
adds[`${base}/plan/dependencies/new`] = { fields: { title: 'Först', kind: 'beside' }, other: { title: 'Sedan' } };
adds[`${base}/interviews/new`] = { fields: { title: 'Hembesök', role: 'resident', held_on: '2026-11-20', number: '16' }, other: { title: 'Samtal' } };
adds[`${base}/outside-studies/new`] = {
  fields: { title: 'Svenskarna', publisher: 'Stiftelsen', year: '2022', population: 'Alla', finding: 'Sex procent' }, other: { title: 'Norskene' },
};
adds[`${base}/outside-columns/new`] = { fields: { heading: 'Sätt', place: '1' }, other: { heading: 'Dag', place: '2' } };
adds[`${base}/invitations/new`] = { fields: { channel: 'paper', number: '40', invited_on: '2026-11-20' }, other: { number: '50' } };
adds[`${base}/campaign-messages/new`] = { fields: { message: 'Kom och fråga', channel: 'paper', said_on: '2026-11-20' }, other: { message: 'Vi är här hela veckan' } };

let server, administrator;

before(async () => {
  server = await startServer();
  server.addUser('sundsvall', 'administrator', 'admin@prov.example', password);
  administrator = await new Client(server.url).signIn('admin@prov.example', password);
  const form = path(`${base}/functions/new`);
  const { text } = await administrator.get(form);
  const [, holder] = text.match(/name="holder"[^]*?<option value="([^"]+)"/);
  const made = await administrator.post(form, { form: { ...hiddenFields(text, form), title: 'Guide', holder } });
  for (const whoseRota of ['rota', 'exceptions'])
    adds[`${base}/booking/${whoseRota}/new`].fields.function = made.headers.get('location').match(/functions\/([^/?]+)/)[1];
  await makeFirst('walkthroughs', { title: 'Årskurs 9', day: '2026-11-19', invited: '9', came: '4' }, 'catch-ups', 'walkthrough');
  await makeFirst('outside-collections', { title: 'Enkät' }, 'outside-columns', 'collection');
  await makeFirst('surveys', { title: 'Enkät', kind: 'form', audience: 'residents' }, 'survey-rounds', 'survey');
  await makeFirst('activities', { title: 'Kafé', kind: 'digital_cafe' }, 'invitations', 'activity');
  await makeFirst('campaigns', { title: 'Digitala veckan', first_day: '2026-11-23', last_day: '2026-11-29' }, 'campaign-messages', 'campaign');
  await makeFirst('budget-settings', { title: 'Fonden', first_year: '2026', last_year: '2027' }, 'budget-approvals', 'budget');
  const { budget } = adds[`${base}/budget-approvals/new`].fields;
  adds[`${base}/budget-frames/new`].fields.budget = budget;
  await makeFirst('budget-lines', { title: 'Löner', budget, kind: 'wages' }, 'budget-calculations', 'line');
  // What other forms choose as the first that there is.
  for (const kind of ['grants', 'needs/rounds', 'goals/records', 'needs/challenges', 'bodies/steering-groups', 'bodies/meetings', 'bodies/handovers', 'bodies/introductions',
    'plan/parts']) {
    const form = path(`${base}/${kind}/new`), { text } = await administrator.get(form);
    const made = await administrator.post(form, { form: { ...hiddenFields(text, form), ...least(text, form, 'Den första') } });
    assert.equal(made.status, 303, kind);
    if (kind === 'plan/parts') adds[`${base}/plan/dependencies/new`].fields.node = made.headers.get('location').match(/parts\/([^/?]+)/)[1];
  }
  await makeFirst('plan/parts', { title: 'En annan del', kind: 'project' }, 'plan/dependencies', 'other');
});
after(() => server?.stop());

/** Makes a record that another form chooses in its field. */
async function makeFirst(kind, fields, by, field) {
  const form = path(`${base}/${kind}/new`);
  const made = await administrator.post(form, { form: { ...hiddenFields((await administrator.get(form)).text, form), ...fields } });
  adds[`${base}/${by}/new`].fields[field] = made.headers.get('location').match(new RegExp(`${kind}/([^/?]+)`))[1];
}

function path(route) {
  return route.replace('{municipality}', 'sundsvall');
}

/** The hidden fields of the form of a page that is sent to this address. */
function hiddenFields(html, action) {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`));
  assert.ok(form, `no form is sent to ${action}`);
  const names = ['csrf_token', 'form_of', 'seen', 'form_key'];
  return Object.fromEntries(names.map((name) => [name, Client.hidden(form, name)]).filter(([, value]) => value !== undefined));
}

/** The first question of the form that is sent to this address, which is the record's name: { name: 'Prov ett' }. */
function onlyName(html, action, value) {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`));
  const name = form.match(/<(?:input[^>]*type="text"|textarea)[^>]*name="([^"]+)"|<input[^>]*name="([^"]+)"[^>]*type="text"/);
  assert.ok(name, `no name is asked for at ${action}`);
  return { [name[1] ?? name[2]]: value };
}

const inAMonth = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
const byName = { amount: '100', public_key: '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=', open_until: inAMonth };
const typical = { date: '2026-11-23', email: 'prov@prov.example', tel: '060-19 10 00', url: 'https://prov.example/' };

/** What a person fills in at least: the record's name, and what is asked without saying "optional", each in the way it is asked. */
function least(html, action, value) {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`));
  const content = onlyName(html, action, value);
  for (const part of form.split(/<div class="field(?: field-wrong)?">/).slice(1)) {
    const name = part.match(/<(?:input|select|textarea)[^>]* name="([^"]+)"/)?.[1];
    if (!name || name in content || !part.includes('class="ds-label"') || part.includes('field-optional')) continue;
    const type = part.match(/<input[^>]* type="([^"]+)"/)?.[1];
    const isNumber = /inputmode="(numeric|decimal)"/.test(part);
    const filled = part.match(/<option value="([^"]+)"/)?.[1] ?? part.match(/<input[^>]* value="([^"]+)"/)?.[1];
    content[name] = byName[name] ?? filled ?? typical[type] ?? (isNumber ? '2026' : 'Prov');
  }
  return content;
}

/** What one answer says was added; undefined where nothing was. */
function added(answer, shown) {
  if (shown) return answer.text.match(shown)?.[0];
  return answer.status === 303 ? answer.headers.get('location') : undefined;
}

test(`[${engine}] every route that takes a form either adds once or changes what is there`, () => {
  for (const route of posts) {
    const known = (route in adds) + changes.some((one) => one.test(route));
    assert.equal(known, 1, `${route}: say in this test whether it adds`);
  }
  for (const route of Object.keys(adds)) assert.ok(posts.includes(route), `${route} is no route any more`);
});

for (const [route, { form, fields, other: another, shown, each, list: listed }] of Object.entries(adds)) {
  test(`[${engine}] the form of ${route} sent several times adds one`, async () => {
    const action = path(route);
    const page = await administrator.get(path(form ?? route));
    assert.equal(page.status, 200);
    const hidden = hiddenFields(page.text, action);
    const other = fields || !('form_key' in hidden) ? another : {};
    assert.equal('form_key' in hidden, other !== undefined, 'the form has a key, or there can be one of its name only');
    const send = async (content) => added(await administrator.post(action, { form: { ...hidden, ...content } }), shown);
    const content = fields ?? least(page.text, action, 'Prov ett');
    const first = await send(content);
    assert.ok(first, 'the first adds');
    const again = [await send(content), await send(content)].filter((one) => one !== undefined);
    if (!other) return assert.deepEqual(again, [], 'nothing more is added');
    assert.deepEqual(again.filter((one) => one !== first), [], 'the same as before');
    const more = { ...content, ...(fields ? other : onlyName(page.text, action, 'Prov två')) };
    const second = await send(more);
    const twice = await send(more);
    if (!fields && second === first) {
      // Few lead back to their list: there each stands once.
      const list = (await administrator.get(action)).text;
      for (const name of ['Prov ett', 'Prov två']) assert.equal(list.split(`>${name}</a>`).length, 2, `${name} stands once in the list`);
      return undefined;
    }
    if (each) return assert.equal(new Set((await administrator.get(path(listed ?? route))).text.match(each)).size, 2, 'each stands once in the list');
    assert.ok(second && second !== first, 'another content is another one');
    assert.ok(twice === undefined || twice === second, 'and it too is added once');
  });
}

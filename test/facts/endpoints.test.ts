import { beforeAll, expect, test } from 'vitest'
import { extract } from '../../src/facts/index.ts'
import { loadParser, type ParseMarkdown } from '../../src/parse/markdown.ts'

let parse: ParseMarkdown
beforeAll(async () => {
  parse = await loadParser('satteri')
})

const stated = (text: string) =>
  extract('page.md', text, { parser: 'satteri', includes: [], anchors: [] } as never, parse).endpoints.map((it) => {
    // What a fact calls the path's range is where the path really stands.
    const written = text.slice(...it.pathRange)
    return `${it.role} ${it.form} ${it.method ?? '-'} ${it.host ?? ''}${written === it.path ? it.path : `${it.path} ≠ ${written}`}`
  })

test.each<[string, string, string[]]>([
  ['an http fence', '```http\nGET /items/{id} HTTP/1.1\n```\n', ['definition line GET /items/{id}']],
  [
    'a title that is a path, and the method behind it',
    '### /pots/add (POST)\n\n### `/pots/drop` (DELETE)\n\n### `/pots`: GET\n\n### /lids - GET\n\n### List jars: /jars (GET) (all of them)\n\n### /knobs is not what GET means\n\n### Pots (GET) and /lids\n',
    [
      'definition heading POST /pots/add',
      'definition heading DELETE /pots/drop',
      'definition heading GET /pots',
      'definition heading GET /lids',
      'definition heading GET /jars',
    ],
  ],
  [
    'a line that is a path, and the method behind it',
    '/pots [POST]\n\n`/lids` (POST)\n\n**/jars** - POST\n\n/knobs → GET\n\n`/kilns` (GET) lists kilns.\n\nSee `/kilns` (GET)\n',
    [
      'definition text POST /pots',
      'definition code POST /lids',
      'definition text POST /jars',
      'definition text GET /knobs',
    ],
  ],
  [
    'an arrow from the method to its path, and a short label',
    'POST → /pots\n\n`PUT` -> `/pots/{id}`\n\n### GET => /pots\n\nAPI: POST /lids\n',
    [
      'definition text POST /pots',
      'definition code PUT /pots/{id}',
      'definition heading GET /pots',
      'definition text POST /lids',
    ],
  ],
  [
    'rows of a key and a value, in small letters',
    '## Find\n\n| Title | Description |\n|---|---|\n| URL | `shop/pots/find` |\n| Method | `post` |\n\n## Other\n\n| Path | Use |\n|---|---|\n| `/pots` | get |\n',
    ['definition table POST shop/pots/find'],
  ],
  [
    'a link to where the page documents it',
    '- [GET /a/b - Read](#get-ab-read)\n- [POST /a - Create](#post-a-create)\n\n## GET /a/b - Read\n',
    ['mention text GET /a/b', 'mention text POST /a', 'definition heading GET /a/b'],
  ],
  [
    'a title that is a method and a path without its slash, and nothing else',
    '### POST jars/v1\n\n### GET and/or PUT\n\n### PUT jars/{id}\n',
    ['definition heading POST jars/v1', 'definition heading PUT jars/{id}'],
  ],
  [
    'a sentence behind a method in code, and the path below it',
    '## `POST`: Set/change it\n\nResource: `POST /v1/lids`\n\n## `PUT` jars/{id}\n',
    ['definition code POST /v1/lids', 'definition heading PUT jars/{id}'],
  ],
  [
    'labels in other languages',
    '## 一\n\n**エンドポイント**: `/v1/lids`  \n**メソッド**: POST\n\n## Dwa\n\n**URL:** `/v1/jars`\n\n**Metoda:** `PUT`\n',
    ['definition label POST /v1/lids', 'definition label PUT /v1/jars'],
  ],
  [
    'a sentence of its own behind code right below a title, and one that goes on with it',
    '# Lock\n`PUT /lids/{id}/lock` Lock a lid of a pot\n\n# About\n\n`GET /lids` Lists them.\n\n# Notes\n\n`GET /pots` returns pots.\n\n# 2.1\n\n`GET /jars` Returns more now.\n\nIt is:\n\n`GET /knobs` Lists them.\n',
    [
      'definition code PUT /lids/{id}/lock',
      'definition code GET /lids',
      'mention code GET /pots',
      'mention code GET /jars',
      'mention code GET /knobs',
    ],
  ],
  [
    'a call that takes a variable, and one that takes more than it',
    "```js\nlet endpoint = 'https://h.example/jars'\naxios.post(endpoint, { data })\n```\n\n```py\nbase_url = 'https://h.example'\nrequests.get(base_url + '/jars')\n```\n\n```py\njar_url = 'https://h.example/jars'\nrequests.get(lid_url)\n```\n",
    ['sample fetch POST h.example/jars'],
  ],
  [
    'a base URL beside a path, and one that is the only path',
    '## Fire\n\n**Base URL:** `/v1`\n\n**Method:** `POST`\n\n**Endpoint:** `/fire`\n\n## Empty\n\n**Base URL:** `/v1/kilns`\n\n**Method:** `PUT`\n',
    ['definition label POST /fire', 'definition label PUT /v1/kilns'],
  ],
  [
    'a route in a line of its own, that a call fills in',
    'Route: `/v0/jars/:id`\n\n```sh\ncurl -X PUT https://h.example/v0/jars/1\n```\n',
    ['definition url - /v0/jars/:id', 'sample curl PUT h.example/v0/jars/1'],
  ],
  [
    'a title of front matter that is a path, and the calls of its samples',
    '---\ntitle: /jars/:id\ntype: put\nleft_code_blocks:\n  - code_block: |-\n      $.get("https://h.example/jars/1", {},\n        show);\n    language: javascript\n---\n',
    ['definition label PUT /jars/:id', 'sample fetch GET h.example/jars/1'],
  ],
  [
    'a directive of Markdown',
    '::api-endpoint{method="GET" path="/jars/{id}" scope="read"}\n::\n\n:call[Fill]{method="PUT" path="/jars"}\n',
    ['definition element GET /jars/{id}', 'definition element PUT /jars'],
  ],
  [
    'keys of a table, in the plural',
    '| | |\n|---|---|\n| URI | `jars/{id}` |\n| HTTP Methods | GET |\n',
    ['definition table GET jars/{id}'],
  ],
  [
    'bold text that is a method in a colour, a path, and nothing else',
    '## Add\n**<span style="color: green">POST</span> /jars/<span style="color: grey; ">{path*}</span>/lids/<span>{id}</span>**\n\n' +
      'Adds.\n\n**<b>PUT</b> /jars** is no more.\n\n<span>GET</span> /jars/<span>wide/12</span>\n\n' +
      '### Example\n\n**<span style="color: green">POST</span> /lids/12**\n',
    [
      'definition text POST /jars/{path*}/lids/{id} ≠ /jars/<span style="color: grey; ">{path*}</span>/lids/<span>{id}</span>',
      'mention text PUT /jars',
      'mention text GET /jars/',
      'sample text POST /lids/12',
    ],
  ],
  [
    'a bar between method and path, and nothing else in the block',
    '```\n    POST| api/v1/jars/{id}\n```\n\n    GET|/lids\n\ntext\n\n```http\nDELETE | /lids/{id}\n```\n\n' +
      '```\nPUT|PATCH/lids\n```\n\n```\nGET| api/kilns\nPOST| api/kilns\n```\n\n```\nGET | all/some of them\n```\n',
    ['definition line POST api/v1/jars/{id}', 'definition line GET /lids', 'definition line DELETE /lids/{id}'],
  ],
  ['indented code', 'text\n\n    PUT /items/:id\n', ['definition line PUT /items/:id']],
  [
    'what all paths begin with, in a section called so',
    '## URL\n\n    https://h.example/v2/\n\n## Orders\n\n### URL\n\n    https://h.example/v2/orders/{id}\n',
    ['definition url - h.example/v2/orders/{id}'],
  ],
  ['method and URL on two lines', '```\nPOST\n/items\n```\n', ['definition line POST /items']],
  ['a request with its payload', '`PUT /items/{id}` with the following payload\n', ['definition code PUT /items/{id}']],
  [
    'a section for the URL and one for the method',
    '## Read\n\n### URL\n\n`/items/{id}`\n\n### Method\n\n`GET`\n\n## Help\n\n### URL\n\n`/help/{id}`\n',
    ['definition label GET /items/{id}', 'definition url - /help/{id}'],
  ],
  [
    'a label for each is one endpoint',
    '**URL:** `/items/{id}`\n\n**Method:** `GET`\n',
    ['definition label GET /items/{id}'],
  ],
  [
    'titles, keys of tables and labels call a method by the same names',
    '## A\n\n### URL\n\n`/a/{id}`\n\n### Request type\n\n`GET`\n\n## B\n\n| Request method | `PUT` |\n|---|---|\n| URL | `/b` |\n\n**Request type:** `POST`\n\n**URL:** `/c`\n',
    ['definition label GET /a/{id}', 'definition table PUT /b', 'definition label POST /c'],
  ],
  [
    'a badge that has its method for a text, before an element and in a cell',
    '<div>\n<Badge text="GET" /> <code>/a/{id}</code>\n</div>\n\n| Method | Path |\n|---|---|\n| <api-badge label="PUT"></api-badge> | `/b` |\n',
    ['definition element GET /a/{id}', 'definition table PUT /b'],
  ],
  [
    'a path with entities in an element',
    '<div>\n<i>POST</i>\n<h6>/items/&lt;id&gt;/parts</h6>\n</div>\n',
    ['definition element POST /items/<id>/parts ≠ /items/&lt;id&gt;/parts'],
  ],
  [
    'a summary of what is folded, with entities that lack their ends',
    '<details>\n<summary><code>GET</code> <code><b>/items/&ltid&gt</b></code> <code>(reads one)</code></summary>\n',
    ['definition element GET /items/<id> ≠ /items/&ltid&gt'],
  ],
  [
    'an element whose path has angle brackets',
    '<Endpoint path="/items/<item>/parts" method="get">\nParts.\n</Endpoint>\n',
    ['definition element GET /items/<item>/parts'],
  ],
  [
    'a method in an element of HTML, and a URL in code behind it',
    '<span class="verb">\n  <span>PUT</span>\n  `https://h.example/items/self`\n</span>\n',
    ['definition element PUT h.example/items/self'],
  ],
  [
    'a path with entities in a heading',
    '## GET /items/&lt;id>/parts.&lt;part&gt;\n',
    ['definition heading GET /items/<id>/parts.<part> ≠ /items/&lt;id>/parts.&lt;part&gt;'],
  ],
  [
    'a link that a sentence goes on with',
    'With what is set in\n[`POST /items`\n](/items#create), the stream is raw.\n',
    ['mention code POST /items'],
  ],
  [
    'calls alone, where each section says what is required and answered',
    '## List\n\n```sh\ncurl https://h.example/a/{id}/b\n```\n\nRequired scope: `b`\n\n## Drop\n\n```sh\ncurl -X DELETE https://h.example/a/{id}/b\n```\n\nSuccess response: `204`\n',
    ['definition curl GET h.example/a/{id}/b', 'definition curl DELETE h.example/a/{id}/b'],
  ],
  [
    'the same on a page whose title could be a guide',
    '# Queue migrations\n\n## List\n\n```sh\ncurl https://h.example/a/{id}/b\n```\n\nRequired scope: `b`\n\n## Drop\n\n```sh\ncurl -X DELETE https://h.example/a/{id}/b\n```\n\nSuccess response: `204`\n',
    ['definition curl GET h.example/a/{id}/b', 'definition curl DELETE h.example/a/{id}/b'],
  ],
  [
    'what may stand before a method, and between it and the path',
    'HTTP GET `/a/{id}`\n\n[PUT] /b/{id}\n\nPOST · `/c`\n\nRoute\n: `PATCH /d`\n\n**API Endpoint:** DELETE /e/f\\_g\n\nThe URL: GET /h\n',
    [
      'definition text GET /a/{id}',
      'definition text PUT /b/{id}',
      'definition text POST /c',
      'definition code PATCH /d',
      'definition text DELETE /e/f_g ≠ /e/f\\_g',
      'mention text GET /h',
    ],
  ],
  ['several in one fence', '```\nGET /a/b\nGET /c/d\n```\n', ['definition line GET /a/b', 'definition line GET /c/d']],
  ['a fence in a quote', '> ```\n> GET /a/b\n> ```\n', ['definition line GET /a/b']],
  [
    'URLs without a method below a heading that defines',
    '# URI template\n\n```\nhttps://{base}/a/b\nhttps://{base}/c\n```\n',
    ['definition url - {base}/a/b', 'definition url - {base}/c'],
  ],
  ['a no-break space is a blank', '```\nGET \u00a0/items/{id}\n```\n', ['definition line GET /items/{id}']],
  [
    'a no-break space in a command',
    '```\ncurl \\\n\u00a0 -X PUT \\\n\u00a0 https://h.example/items/7\n```\n',
    ['sample curl PUT h.example/items/7'],
  ],
  [
    'a URL alone in a line, below a heading that defines',
    '## URI\n\n`https://h.example/a/_{id}_/b`\n',
    ['definition url - h.example/a/_{id}_/b'],
  ],
  [
    'a template that the page calls by method',
    '## Parameters\n\nExample: `https://h.example/a/{id}`\n\n```http\nGET https://h.example/a/7812 HTTP/1.1\n```\n',
    ['definition url - h.example/a/{id}', 'sample line GET h.example/a/7812'],
  ],
  [
    'a template below a heading that begins with a method',
    '## POST an item\n\n### Options\n\n`/items?as={user}`\n',
    ['definition url POST /items'],
  ],
  [
    'an open host is no link',
    '## Layout\n\n```\nhttps://{server}/a/b\nhttps://{server}/\n```\n',
    ['definition url - {server}/a/b'],
  ],
  [
    'with what all paths begin',
    '## Overview\n\n    /v2/<name>/\n\n## Catalog\n\n```\nGET /v2/_all\n```\n',
    ['definition line GET /v2/_all'],
  ],
  [
    'a template that follows',
    'It is asked as follows:\n\n```\nHEAD /blobs/<digest>\n```\n',
    ['definition line HEAD /blobs/<digest>'],
  ],
  ['a host alone is no endpoint', '## URI\n\n```\nhttps://h.example?as={user}\n```\n', []],
  ['a URL alone in a line is a link', '## About\n\nhttps://h.example/a/b\n\n`/etc/hosts`\n', []],
  ['any other URL is a link', '# Setup\n\n```\nhttps://example.com/a/b\n/etc/hosts\n```\n', []],
  ['a heading', '### _DELETE /items/{id}_ – gone\n', ['definition heading DELETE /items/{id}']],
  ['a slash between two methods is no path', 'Use `POST` / `PUT`, or GET / POST.\n', []],
  ['a code span alone', '`PATCH /items/:id`\n', ['definition code PATCH /items/:id']],
  ['a code span in a sentence', 'Then call `GET /items`, and wait.\n', ['mention code GET /items']],
  ['a path of blanks in braces', '`GET /items/{ITEM ID}`\n', ['definition code GET /items/{ITEM ID}']],
  ['bold labels', '**URI Template:** `/items`\n\n**Method:** `POST`\n', ['definition label POST /items']],
  [
    'marked labels',
    '* Endpoint: __/items/\\<item id\\>__\n* Method: __GET__\n',
    ['definition label GET /items/<item id> ≠ /items/\\<item id\\>'],
  ],
  [
    'a label without a colon',
    '> Request `GET /items/:id`\n\nA request `GET /lids` asks.\n',
    ['definition code GET /items/:id', 'mention code GET /lids'],
  ],
  [
    'a label before a path that begins with a word',
    '**URL** : `v1/items/<id>`\n\n**Method** : `GET`\n',
    ['definition label GET v1/items/<id>'],
  ],
  ['a label before code that a sentence goes on with', '**Path**: `a/b` or so\n\n**Method**: `GET`\n', []],
  ['labels above', '**URL**\n\n  `/items`\n\n**Method:**\n\n  `PUT`\n', ['definition label PUT /items']],
  ['labels of bullets', '* **URL**\n  /items\n\n* **Method**\n  `GET`\n', ['definition label GET /items']],
  [
    'a table of parameters, and how each is sent',
    '| Name | Sent by | Type |\n|---|---|---|\n| a | POST | string |\n| b | POST | file/string |\n| c | POST | list |\n',
    [],
  ],
  [
    'a label with a wide colon',
    '**接口：**`[POST] /jars`\n\n路径：PUT /jars/{id}\n',
    ['definition text POST /jars', 'definition text PUT /jars/{id}'],
  ],
  ['labels above in Chinese', '*接口:* ***/items***\n\n***请求方法:***\n\nGET\n', ['definition label GET /items']],
  [
    'a label above a picture of its verb',
    '**URL** : `/items`\n\n**Method** : <img src="https://img.shields.io/badge/GET%20-%2332.svg"/>\n',
    ['definition label GET /items'],
  ],
  [
    'lists in two elements for Markdown',
    '## A\n<div markdown>\n- <span>**[ GET ]** &nbsp;&nbsp; /a</span>\n</div>\n\n## B\n<div markdown>\n- <span>**[ PUT ]** &nbsp; /b</span>\n</div>\n',
    ['definition text GET /a', 'definition text PUT /b'],
  ],
  ['a sentence above a label', 'Send it:\n\n* URL: /items\n* Method: POST\n', ['definition label POST /items']],
  ['an element', '<Route method="POST">/items/[item.id]</Route>\n', ['definition element POST /items/[item.id]']],
  ['an element with attributes', '<Endpoint method="GET" path="/items" />\n', ['definition element GET /items']],
  [
    'an element whose parameter is a link',
    '<Route method="GET">/items/[\\{item.id\\}](items.md#item)</Route>\n',
    ['definition element GET /items/{item.id} ≠ /items/[\\{item.id\\}](items.md#item)'],
  ],
  [
    'a block of GitBook',
    '{% swagger method="get" path="/items/{id}" summary="Get" %}\n',
    ['definition element GET /items/{id}'],
  ],
  [
    'a shortcode of Hugo',
    '{{< api-endpoint endpoint="/items" method="delete" api-ref="/x" >}}\n',
    ['definition element DELETE /items'],
  ],
  [
    'labels in French, Japanese, Korean, Polish and Vietnamese',
    '## A\n\n- **Méthode** : `GET`\n- **URL** : `/a/{id}`\n\n## B\n\n**エンドポイント**: `/b`  \n**メソッド**: POST\n\n## C\n\n- **메서드:** `PUT`\n- **경로:** `/c`\n\n## D\n\n**Metoda HTTP:** PATCH\n\n**Ścieżka:** `/d`\n\n## E\n\n| **Phương thức** | `POST` |\n|---|---|\n| **Đường dẫn** | `/e` |\n',
    [
      'definition label GET /a/{id}',
      'definition label POST /b',
      'definition label PUT /c',
      'definition label PATCH /d',
      'definition table POST /e',
    ],
  ],
  [
    'labels of a relative path, and German and Portuguese ones',
    '## A\n\n* **Método**: `PUT`\n* **Ruta Relativa**: `/jars/{id}`\n\n## B\n\n**Methode:** `GET`\n\n**URL-Pfad:** `/lids`\n\n## C\n\n- Método: POST\n- Caminho: /pots\n\n## D\n\n- **Méthode** : `GET`\n- **Chemin relatif** : `/kilns`\n\n## E\n\n**方法：** `GET`\n\n**相对路径：** `/clay`\n\n## F\n\n| Method | GET |\n|---|---|\n| Endpunkt | `/glazes` |\n',
    [
      'definition label PUT /jars/{id}',
      'definition label GET /lids',
      'definition label POST /pots',
      'definition label GET /kilns',
      'definition label GET /clay',
      'definition table GET /glazes',
    ],
  ],
  [
    'a picture of a method',
    '## ![GET](img/get.png) [/items](items.md)\n\n## B\n\n![PUT](https://badges.example/PUT-blue) `/items/{id}`\n',
    ['definition heading GET /items', 'definition text PUT /items/{id}'],
  ],
  [
    'a method in brackets',
    '## A\n\n`(POST) /items/{id}`\n\n## (GET) /items\n\nTwo pages (see GET) / none.\n',
    ['definition code POST /items/{id}', 'definition heading GET /items'],
  ],
  ['a coloured method', '## <span class="tag">GET</span> /items\n', ['definition heading GET /items']],
  [
    'a coloured method in code',
    '<mark style="color:green;">`POST`</mark> `/items/{id}`\n',
    ['definition code POST /items/{id}'],
  ],
  [
    'a table that defines, columns in any order',
    '| Path | Method |\n|---|---|\n| `/items` | `GET`, `LIST` |\n',
    ['definition table GET /items', 'definition table LIST /items'],
  ],
  ['both cells must qualify', '| Access | Scope |\n|---|---|\n| NO | items:x |\n| GET | items |\n', []],
  [
    'a table that lists',
    '| Endpoint | Description |\n|---|---|\n| [GET /items](#list) | Lists. |\n',
    ['row table GET /items'],
  ],
  [
    'a table that lists, with methods in bold',
    '|Method | HTTP request | Description|\n|---|---|---|\n|[**list**](#list) | **GET** /items/{id} | Lists.|\n',
    ['row table GET /items/{id}'],
  ],
  ['definition rows', '| Method | GET |\n|---|---|\n| URL | /items |\n', ['definition table GET /items']],
  [
    'a list of endpoints',
    '- `GET /a`: one\n- `GET /b`: two\n- `GET /c`: three\n',
    ['row list GET /a', 'row list GET /b', 'row list GET /c'],
  ],
  [
    'curl',
    "```sh\n$ curl -X PUT 'https://h.example/v1/items/7?x=1' -d '{}'\n```\n",
    ['sample curl PUT h.example/v1/items/7'],
  ],
  ['HTTPie', '```\nhttp POST h.example/items name=x\n```\n', ['sample httpie POST h.example/items']],
  [
    'fetch',
    "```js\nfetch('https://h.example/items', { method: 'POST' })\n```\n",
    ['sample fetch POST h.example/items'],
  ],
  [
    'a message with a host and values',
    '```\nGET https://h.example/items/42\nAccept: x/y\n```\n',
    ['sample message GET h.example/items/42'],
  ],
  [
    'below a heading that exemplifies',
    '## Example\n\n### Request\n\n```\nGET /items\n```\n',
    ['sample line GET /items'],
  ],
  ['announced by the line above', 'For example:\n\n```\nGET /items\n```\n', ['sample line GET /items']],
  [
    'a wrapped URL',
    '```\nGET https://h.example/items/42\n/parts\nAccept: x/y\n```\n',
    ['sample message GET h.example/items/42/parts ≠ /items/42\n/parts'],
  ],
  ['a template expression', '`GET <%= @path %>/x`\n', ['definition code GET <%= @path %>/x']],
])('%s', (_, text, expected) => expect(stated(text)).toEqual(expected))

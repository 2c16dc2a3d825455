#compdef sitrep
_sitrep() {
  local -a choices
  local at="" w
  for w in "${words[@]:1:$((CURRENT-2))}"; do
    case "$at $w" in " read"|" ingest"|" watch"|" serve"|" health"|" user"|" user add"|" user remove"|" user list"|" mcp"|" incidents"|" claims"|" tolls"|" talks"|" ceasefires"|" demands"|" actors"|" sources"|" reports"|" show"|" why"|" diff"|" brief"|" export"|" compare"|" import"|" references"|" review"|" alert"|" alert add"|" alert list"|" alert remove"|" alert test"|" alert run"|" alert held"|" alert release"|" reread"|" doctor"|" backup"|" redact"|" parse"|" gazetteer"|" gazetteer find"|" gazetteer add"|" lexicon"|" lexicon check"|" eval"|" eval language"|" eval read"|" eval incidents"|" eval predict"|" version"|" completion"|" man"|" help") at="$at $w" ;; esac
  done
  case "$at" in
    "")
      choices=(
        'read:Read reports into their records.'
        'ingest:File reports in a casebook and join what they tell.'
        'watch:Watch feeds, and file what is new.'
        'serve:Show a casebook in a browser.'
        'health:Ask a running window whether it is well.'
        'user:Say who may use the window.'
        'mcp:Answer a language model on this machine about a casebook, read-only.'
        'incidents:List what happened, every happening once.'
        'claims:List who says what.'
        'tolls:List the figures of people harmed, as told.'
        'talks:List talks: who met, where, who mediated.'
        'ceasefires:List truces and how far each has come.'
        'demands:List demands and their answers.'
        'actors:List who has a part in incidents.'
        'sources:List who makes claims and gives figures.'
        'reports:List the reports.'
        'show:Show an incident as a page.'
        'why:Show what an incident rests on.'
        'diff:Show what changed in the record.'
        'brief:Write a situation report of a period.'
        'export:Write the record in a format that other programs read.'
        'compare:Put the record beside another dataset.'
        'import:Take in another casebook, what people did in brat or Label Studio, or a dataset to compare with.'
        'references:List the datasets that are kept to compare with.'
        'review:Judge what the machine is not sure of.'
        'alert:Tell people what is new, by webhook, mail or feed.'
        'reread:Read again what another reader has read, and show what changed.'
        'doctor:Look for what is wrong with a casebook.'
        'backup:Write a casebook to another file.'
        'redact:Take a name or a report out of a casebook for good.'
        'parse:Show the language of texts: words, tags, trees, names, chains.'
        'gazetteer:Look into the places of the world.'
        'lexicon:Look after lists of your own.'
        'eval:Measure against gold.'
        'version:Show the version, the schemas, the model, the gazetteer and the kernels.'
        'completion:Print a script that completes sitrep'\''s commands in a shell.'
        'man:Print the manual, a page a command.'
        'help:Explain a command, or a topic: exit-codes.'
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      ;;
    " read")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--published:When the report was published, where the input does not tell: 2016-04-12, or with time and zone.'
        '--outlet:Who published it.'
        '--title:Its title.'
        '--json:The record of each report as one JSON object on one line, schema sitrep/1.'
        '--jsonl:A filter: standard input and files of other kinds are JSON Lines, one report a line; one record a line comes out, in the same order.'
        '--why:Say for each entry what it rests on: the rule or model, the words, and how sure it is.'
        '--lexicon:A folder of lists whose rows are added to the built-in ones, or take their place: see docs/lexicon.md.'
        '--max-size:Refuse inputs, and lines, that are larger (default 32MB).'
        '--assist:Ask a language model on your own machine what was missed: an endpoint like http://127.0.0.1:8080/v1. What it proposes is marked, and counted nowhere before a person accepts it.'
        '--assist-model:The model to ask; the first that the endpoint lists, where it is not given.'
        '--assist-remote:The endpoint may be outside this machine and the private network: the text of every report goes there.'
      )
      _describe command choices
      _files
      ;;
    " ingest")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--jsonl:Standard input and files of other kinds are JSON Lines, one report a line.'
        '--published:When the reports were published, where their sources do not tell.'
        '--outlet:Who published them, where their sources do not tell.'
        '--lexicon:A folder of lists whose rows are added to the built-in ones, or take their place.'
        '--max-size:Refuse reports that are larger (default 32MB).'
        '--proxy:Your own proxy, through which everything is fetched and sent, but for what is on this machine or in the private network. No other setting of the system is heeded.'
        '--delay:Wait so long between two requests to one host (default 2s).'
        '--assist:Ask a language model on your own machine what was missed: an endpoint like http://127.0.0.1:8080/v1. What it proposes is marked, and counted nowhere before a person accepts it.'
        '--assist-model:The model to ask; the first that the endpoint lists, where it is not given.'
        '--assist-remote:The endpoint may be outside this machine and the private network: the text of every report goes there.'
      )
      _describe command choices
      _files
      ;;
    " watch")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--every:How long between two looks at a feed, a minute at least (default 15m).'
        '--lexicon:A folder of lists whose rows are added to the built-in ones, or take their place.'
        '--proxy:Your own proxy, through which everything is fetched and sent, but for what is on this machine or in the private network. No other setting of the system is heeded.'
        '--delay:Wait so long between two requests to one host (default 2s).'
      )
      _describe command choices
      _files
      ;;
    " serve")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--address:Where to listen (default 127.0.0.1:7350). Others than this machine can be let in with --users only.'
        '--host:A further name, with its port if it is not the usual one, by which the window may be called.'
        '--users:Who may use the window: everybody has to log in. sitrep user add writes the file.'
        '--cert:Speak TLS: the certificate, with those that it rests on, as PEM.'
        '--key:Its private key, as PEM.'
        '--proxy:A proxy, by address or network (127.0.0.1, 10.0.0.0/8), that speaks TLS with whoever asks and passes requests on: its X-Forwarded-For is believed.'
        '--title:What the pages call the case; else the name of its file.'
        '--read-only:Nothing can be corrected or filed.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
        '--lexicon:A folder of lists whose rows are added to the built-in ones, or take their place.'
      )
      _describe command choices
      _files
      ;;
    " health")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--cert:The certificate that the window was given with --cert, as PEM: only that one is taken.'
      )
      _describe command choices
      ;;
    " user")
      choices=(
        'add:Add somebody, or give a new role and password.'
        'remove:Take somebody out, who is out at once.'
        'list:List who may use the window.'
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      ;;
    " user add")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--role:reader sees; editor files, corrects and judges too (default reader).'
        '--program:A program: it gets a token, which is shown once, instead of a password.'
      )
      _describe command choices
      _files
      ;;
    " user remove")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      _files
      ;;
    " user list")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      _files
      ;;
    " mcp")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " incidents")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--kind:A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--json:A JSON array.'
        '--jsonl:JSON Lines: one object a line.'
        '--csv:CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is.'
        '--fields:Only these fields, in this order, with commas between them; --fields=help lists them.'
        '--limit:At most so many rows (default 100).'
        '--all:All rows.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " claims")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--stance:assert, deny, accuse, demand, reject, agree, promise, threaten, condemn or warn.'
        '--kind:A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--json:A JSON array.'
        '--jsonl:JSON Lines: one object a line.'
        '--csv:CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is.'
        '--fields:Only these fields, in this order, with commas between them; --fields=help lists them.'
        '--limit:At most so many rows (default 100).'
        '--all:All rows.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " tolls")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--kind:A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--json:A JSON array.'
        '--jsonl:JSON Lines: one object a line.'
        '--csv:CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is.'
        '--fields:Only these fields, in this order, with commas between them; --fields=help lists them.'
        '--limit:At most so many rows (default 100).'
        '--all:All rows.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " talks")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--json:A JSON array.'
        '--jsonl:JSON Lines: one object a line.'
        '--csv:CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is.'
        '--fields:Only these fields, in this order, with commas between them; --fields=help lists them.'
        '--limit:At most so many rows (default 100).'
        '--all:All rows.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " ceasefires")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--json:A JSON array.'
        '--jsonl:JSON Lines: one object a line.'
        '--csv:CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is.'
        '--fields:Only these fields, in this order, with commas between them; --fields=help lists them.'
        '--limit:At most so many rows (default 100).'
        '--all:All rows.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " demands")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--json:A JSON array.'
        '--jsonl:JSON Lines: one object a line.'
        '--csv:CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is.'
        '--fields:Only these fields, in this order, with commas between them; --fields=help lists them.'
        '--limit:At most so many rows (default 100).'
        '--all:All rows.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " actors")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--kind:A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--json:A JSON array.'
        '--jsonl:JSON Lines: one object a line.'
        '--csv:CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is.'
        '--fields:Only these fields, in this order, with commas between them; --fields=help lists them.'
        '--limit:At most so many rows (default 100).'
        '--all:All rows.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " sources")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--stance:assert, deny, accuse, demand, reject, agree, promise, threaten, condemn or warn.'
        '--kind:A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--json:A JSON array.'
        '--jsonl:JSON Lines: one object a line.'
        '--csv:CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is.'
        '--fields:Only these fields, in this order, with commas between them; --fields=help lists them.'
        '--limit:At most so many rows (default 100).'
        '--all:All rows.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " reports")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--stance:assert, deny, accuse, demand, reject, agree, promise, threaten, condemn or warn.'
        '--kind:A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--json:A JSON array.'
        '--jsonl:JSON Lines: one object a line.'
        '--csv:CSV for spreadsheets. A cell that they would run as a formula has an apostrophe before it; --jsonl has the text as it is.'
        '--fields:Only these fields, in this order, with commas between them; --fields=help lists them.'
        '--limit:At most so many rows (default 100).'
        '--all:All rows.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " show")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--json:The incident as one JSON object, schema sitrep-incident/1.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " why")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " diff")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--since:What changed since: 2016-04-12, 2016-04-12T09:30:00Z, or an age like 24h or 7d.'
        '--until:Until when; now where it is not given.'
        '--json:JSON Lines: at, before and after of each incident, schema sitrep-incident/1; null where there was none.'
        '--exit-code:Exit with 5 where something changed.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " brief")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--from:The first day of the period; six days before the last one where it is not given.'
        '--to:The last day of the period; today where it is not given.'
        '--since:When the last brief was made: changes of the record since then are told. The beginning of the period where it is not given.'
        '--format:md (Markdown), html (one page that loads nothing) or text (default md).'
        '--output:Write to this file.'
        '--limit:At most so many incidents in full (default 40); the others are counted.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--kind:A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the reports hold, all of them; in quotation marks, one after the other.'
      )
      _describe command choices
      _files
      ;;
    " export")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--as:The format: csv, claims, tolls, jsonl, json, reports, ucdp, acled, plover, cameo, icews, monthly, parquet, geoparquet, sqlite, timelinejs, ics, brief, brief-html, kml, geojson, atom, jsonfeed, rss, annotations, brat, labelstudio, casebook, claims-json, claims-atom, claims-jsonfeed, tolls-json, reports-json, reports-atom, reports-jsonfeed, actors, actors-json, sources, sources-json.'
        '--output:Write to this file.'
        '--base:The address of a window on the casebook, for links: http://localhost:7350.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
        '--hxl:Of csv: a row of tags of the Humanitarian Exchange Language below the names.'
        '--stance:assert, deny, accuse, demand, reject, agree, promise, threaten, condemn or warn.'
        '--kind:A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening; of publication for reports and claims.'
        '--to:Until this day, or the end of this month or year.'
        '--since:Only what changed in the record since: 2016-04-12, 2016-04-12T09:30, or an age like 24h or 7d.'
        '--order:newest, oldest, changed (the last changed first) or toll (the most killed first; default newest).'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
      )
      _describe command choices
      _files
      ;;
    " compare")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016.'
        '--to:Until this day, or the end of this month or year.'
        '--country:Only this country, by its three letters: SYR.'
        '--json:One JSON object.'
        '--csv:CSV for spreadsheets: a row for each pair, and for each event that one of the two lacks.'
        '--limit:At most so many of each sort on the page for people (default 50).'
        '--all:All of them.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
        '--lexicon:A folder of lists whose rows are added to the built-in ones, or take their place.'
      )
      _describe command choices
      _files
      ;;
    " import")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--as:The file is a dataset of others, a sheet in the columns of ucdp (UCDP GED), acled or airwars (casualty recorders): it is kept beside the record to compare with, and enters nothing.'
        '--name:Of a dataset: the name under which it is kept; that of the file where it is not given.'
        '--licence:Of a dataset: under what terms it may be used.'
        '--dated:Of a dataset: the day of its release.'
        '--dry-run:Keep nothing: say what would be kept.'
        '--reason:Why, for the audit trail; the name of the file where it is not given.'
        '--by:Who made the corrections; SITREP_USER, or the user of the system, where it is not given.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
        '--lexicon:A folder of lists whose rows are added to the built-in ones, or take their place.'
      )
      _describe command choices
      _files
      ;;
    " references")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--drop:Take this one out.'
        '--json:One JSON array instead of a table.'
      )
      _describe command choices
      _files
      ;;
    " review")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--incident:Ask everything about this incident, not only what is in doubt.'
        '--grade:Grade the incident that --incident names: confirmed or discounted. Wants --reason.'
        '--reason:Why, for the audit trail.'
        '--undo:Take back a judgement, by its id.'
        '--export:Write all judgements as JSON Lines: training data.'
        '--audit:Write the audit trail as JSON Lines.'
        '--check:Ask nothing: say how much waits, and exit with 5 where something does.'
        '--by:Who judges; SITREP_USER, or the user of the system, where it is not given.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
        '--lexicon:A folder of lists whose rows are added to the built-in ones, or take their place.'
      )
      _describe command choices
      _files
      ;;
    " alert")
      choices=(
        'add:Save a question, and say where its answers go.'
        'list:List the alerts.'
        'remove:Take an alert out, with what waits of it.'
        'test:Send a test on all ways of an alert.'
        'run:Look for what is new now, and send what is due.'
        'held:List what waits for a person, and what could not be sent.'
        'release:Send what was held or could not be sent; or drop it.'
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      ;;
    " alert add")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--kind:A kind of event: shelling, talks…; several with commas between them. docs/record.md lists them.'
        '--from:From this day on: 2016-04-12, 2016-04 or 2016. Days of the happening.'
        '--to:Until this day, or the end of this month or year.'
        '--place:A place by its name, or a part of one.'
        '--near:Within so many kilometres of a point: 33.51,36.29,50.'
        '--box:Inside these degrees: west, south, east, north.'
        '--country:A country by its three letters: SYR.'
        '--side:A side, as records have it: SYR, UN, HOUTHI; several with commas between them.'
        '--actor:Somebody who has a part: a name, or an id of the lexicon.'
        '--source:Who says it, by name or a part of it.'
        '--outlet:Who published it.'
        '--harm:With a toll of killed, wounded, casualties, missing, captured or displaced.'
        '--has-toll:With any toll.'
        '--new:Only what some report tells as news, no mere background.'
        '--disputed:Only where reports differ on who did it or whether it was.'
        '--grade:single-origin, several-origins, contested, admitted, confirmed or discounted.'
        '--status:happened, ongoing, planned or disputed.'
        '--text:Words that the text holds, all of them; in quotation marks, one after the other.'
        '--report:Of this report.'
        '--incident:Of this incident; a beginning of its id will do.'
        '--webhook:Send each notice to this address, as signed JSON.'
        '--secret-file:The file with the secret that signs for --webhook; it is made where there is none.'
        '--local:The address of --webhook is on this machine or in the private network, and nowhere else.'
        '--mail:Write each notice as a mail into this folder, for your mail program to send.'
        '--mail-to:Whom the mails are for.'
        '--mail-from:Whom the mails are from (default sitrep@localhost).'
        '--feed:Keep an Atom feed of the last notices in this file.'
        '--hold:Send nothing before a person has released it.'
        '--base:The address of a window on the casebook, for links: http://localhost:7350.'
      )
      _describe command choices
      _files
      ;;
    " alert list")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--json:One JSON array instead of a table.'
      )
      _describe command choices
      _files
      ;;
    " alert remove")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      _files
      ;;
    " alert test")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--proxy:Your own proxy, through which everything is fetched and sent, but for what is on this machine or in the private network. No other setting of the system is heeded.'
      )
      _describe command choices
      _files
      ;;
    " alert run")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--proxy:Your own proxy, through which everything is fetched and sent, but for what is on this machine or in the private network. No other setting of the system is heeded.'
      )
      _describe command choices
      _files
      ;;
    " alert held")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--alert:Of this alert only.'
        '--dead:Only dead letters: what was tried until it was given up.'
        '--json:One JSON array instead of text.'
      )
      _describe command choices
      _files
      ;;
    " alert release")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--all:All that are held, and all dead letters.'
        '--alert:Of this alert only.'
        '--drop:Do not send them, ever.'
        '--proxy:Your own proxy, through which everything is fetched and sent, but for what is on this machine or in the private network. No other setting of the system is heeded.'
      )
      _describe command choices
      _files
      ;;
    " reread")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--all:Read everything again, what this reader has read too.'
        '--lexicon:A folder of lists whose rows are added to the built-in ones, or take their place.'
        '--names:Show private persons by name. They stand by description only otherwise. The audit trail notes it.'
      )
      _describe command choices
      _files
      ;;
    " doctor")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--lexicon:The folder of lists that reports are read with.'
      )
      _describe command choices
      _files
      ;;
    " backup")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      _files
      ;;
    " redact")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--name:A person'\''s name: it goes, and in the reports that have it as a private person'\''s, its other forms too. - reads it from standard input, so that no shell remembers it; then give --yes.'
        '--report:A report, with every version and all that was read in it.'
        '--reason:Why. It stands in the tombstone and in the audit trail: do not name the person there.'
        '--dry-run:Only say what would be touched.'
        '--yes:Do not ask.'
      )
      _describe command choices
      _files
      ;;
    " parse")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--json:One JSON object a text, on one line, schema sitrep-parse/1.'
        '--tree:Draw the tree of each sentence.'
        '--width:Columns to fit trees into; the terminal'\''s if not given, no limit in a pipe.'
        '--lexicon:A folder of lists whose rows are added to the built-in ones, or take their place: see docs/lexicon.md.'
        '--max-size:Refuse texts that are larger (default 256MB).'
      )
      _describe command choices
      _files
      ;;
    " gazetteer")
      choices=(
        'find:Find places by name, other names and spellings included.'
        'add:Add places of your own, which every later command finds.'
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      ;;
    " gazetteer find")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--json:A JSON array of places instead of a table.'
      )
      _describe command choices
      ;;
    " gazetteer add")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--name:Under which name they are kept; the file'\''s own without it. Places that have the name are replaced.'
        '--list:List what was added instead.'
        '--remove:Remove what was added under a name instead.'
      )
      _describe command choices
      _files
      ;;
    " lexicon")
      choices=(
        'check:Say what is wrong with a folder of lists.'
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      ;;
    " lexicon check")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      _files
      ;;
    " eval")
      choices=(
        'language:Measure words, tags, trees, names and chains against treebanks.'
        'read:Measure the reading against answers made by hand.'
        'incidents:Measure the joining of reports against answers made by hand.'
        'predict:Answer a public benchmark in its own shape.'
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      ;;
    " eval language")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--json:JSON instead of tables, schema sitrep-eval-language/1.'
        '--train:Measure files whose name holds "train" too.'
      )
      _describe command choices
      _files
      ;;
    " eval read")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--json:JSON instead of a table, schema sitrep-eval-read/1.'
      )
      _describe command choices
      _files
      ;;
    " eval incidents")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--json:JSON instead of a table, schema sitrep-eval-incidents/1.'
        '--detail:List what was wrongly joined or torn apart, and the lines of tallies that are wrong.'
      )
      _describe command choices
      _files
      ;;
    " eval predict")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      ;;
    " version")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--json:One JSON object instead of lines.'
      )
      _describe command choices
      ;;
    " completion")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        'bash:The shell: bash, zsh or fish.'
        'zsh:The shell: bash, zsh or fish.'
        'fish:The shell: bash, zsh or fish.'
      )
      _describe command choices
      ;;
    " man")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
        '--all:Write the pages of all commands into a folder, as sitrep.1, sitrep-read.1 and so on.'
      )
      _describe command choices
      ;;
    " help")
      choices=(
        '--help:Show context-sensitive help.'
        '--quiet:Say nothing on standard error but errors: no progress, no notes on the texts.'
      )
      _describe command choices
      ;;
  esac
}
if [ "$funcstack[1]" = "_sitrep" ]; then _sitrep "$@"; else compdef _sitrep sitrep; fi

#compdef sitrep
_sitrep() {
  local -a choices
  local at="" w
  for w in "${words[@]:1:$((CURRENT-2))}"; do
    case "$at $w" in " read"|" parse"|" gazetteer"|" gazetteer find"|" gazetteer add"|" lexicon"|" lexicon check"|" eval"|" eval language"|" eval read"|" eval incidents"|" eval predict"|" version"|" completion"|" help") at="$at $w" ;; esac
  done
  case "$at" in
    "")
      choices=(
        'read:Read reports into their records.'
        'parse:Show the language of texts: words, tags, trees, names, chains.'
        'gazetteer:Look into the places of the world.'
        'lexicon:Look after lists of your own.'
        'eval:Measure against gold.'
        'version:Show the version, the model, the gazetteer and the kernels.'
        'completion:Print a script that completes sitrep'\''s commands in a shell.'
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

# bash completion for sitrep
_sitrep() {
  local cur="${COMP_WORDS[COMP_CWORD]}" words="" files=""
  local at="" w
  for w in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at $w" in " read"|" ingest"|" watch"|" serve"|" health"|" user"|" user add"|" user remove"|" user list"|" mcp"|" incidents"|" claims"|" tolls"|" talks"|" ceasefires"|" demands"|" actors"|" sources"|" reports"|" show"|" why"|" diff"|" brief"|" export"|" compare"|" import"|" references"|" review"|" alert"|" alert add"|" alert list"|" alert remove"|" alert test"|" alert run"|" alert held"|" alert release"|" reread"|" doctor"|" backup"|" redact"|" parse"|" gazetteer"|" gazetteer find"|" gazetteer add"|" lexicon"|" lexicon check"|" eval"|" eval language"|" eval read"|" eval incidents"|" eval predict"|" version"|" completion"|" man"|" help") at="$at $w" ;; esac
  done
  case "$at" in
    "") words="read ingest watch serve health user mcp incidents claims tolls talks ceasefires demands actors sources reports show why diff brief export compare import references review alert reread doctor backup redact parse gazetteer lexicon eval version completion man help --help --quiet" ;;
    " read") words="--help --quiet --published --outlet --title --json --jsonl --why --lexicon --max-size --assist --assist-model --assist-remote" files=1 ;;
    " ingest") words="--help --quiet --jsonl --published --outlet --lexicon --max-size --proxy --delay --assist --assist-model --assist-remote" files=1 ;;
    " watch") words="--help --quiet --every --lexicon --proxy --delay" files=1 ;;
    " serve") words="--help --quiet --address --host --users --cert --key --proxy --title --read-only --names --lexicon" files=1 ;;
    " health") words="--help --quiet --cert" ;;
    " user") words="add remove list --help --quiet" ;;
    " user add") words="--help --quiet --role --program" files=1 ;;
    " user remove") words="--help --quiet" files=1 ;;
    " user list") words="--help --quiet" files=1 ;;
    " mcp") words="--help --quiet --names" files=1 ;;
    " incidents") words="--help --quiet --kind --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --json --jsonl --csv --fields --limit --all --names" files=1 ;;
    " claims") words="--help --quiet --stance --kind --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --json --jsonl --csv --fields --limit --all --names" files=1 ;;
    " tolls") words="--help --quiet --kind --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --json --jsonl --csv --fields --limit --all --names" files=1 ;;
    " talks") words="--help --quiet --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --json --jsonl --csv --fields --limit --all --names" files=1 ;;
    " ceasefires") words="--help --quiet --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --json --jsonl --csv --fields --limit --all --names" files=1 ;;
    " demands") words="--help --quiet --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --json --jsonl --csv --fields --limit --all --names" files=1 ;;
    " actors") words="--help --quiet --kind --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --json --jsonl --csv --fields --limit --all --names" files=1 ;;
    " sources") words="--help --quiet --stance --kind --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --json --jsonl --csv --fields --limit --all --names" files=1 ;;
    " reports") words="--help --quiet --stance --kind --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --json --jsonl --csv --fields --limit --all --names" files=1 ;;
    " show") words="--help --quiet --json --names" files=1 ;;
    " why") words="--help --quiet --names" files=1 ;;
    " diff") words="--help --quiet --since --until --json --exit-code --names" files=1 ;;
    " brief") words="--help --quiet --from --to --since --format --output --limit --names --place --near --box --country --kind --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text" files=1 ;;
    " export") words="--help --quiet --as --output --base --names --hxl --stance --kind --from --to --since --order --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident" files=1 ;;
    " compare") words="--help --quiet --from --to --country --json --csv --limit --all --names --lexicon" files=1 ;;
    " import") words="--help --quiet --as --name --licence --dated --dry-run --reason --by --names --lexicon" files=1 ;;
    " references") words="--help --quiet --drop --json" files=1 ;;
    " review") words="--help --quiet --incident --grade --reason --undo --export --audit --check --by --names --lexicon" files=1 ;;
    " alert") words="add list remove test run held release --help --quiet" ;;
    " alert add") words="--help --quiet --kind --from --to --place --near --box --country --side --actor --source --outlet --harm --has-toll --new --disputed --grade --status --text --report --incident --webhook --secret-file --local --mail --mail-to --mail-from --feed --hold --base" files=1 ;;
    " alert list") words="--help --quiet --json" files=1 ;;
    " alert remove") words="--help --quiet" files=1 ;;
    " alert test") words="--help --quiet --proxy" files=1 ;;
    " alert run") words="--help --quiet --proxy" files=1 ;;
    " alert held") words="--help --quiet --alert --dead --json" files=1 ;;
    " alert release") words="--help --quiet --all --alert --drop --proxy" files=1 ;;
    " reread") words="--help --quiet --all --lexicon --names" files=1 ;;
    " doctor") words="--help --quiet --lexicon" files=1 ;;
    " backup") words="--help --quiet" files=1 ;;
    " redact") words="--help --quiet --name --report --reason --dry-run --yes" files=1 ;;
    " parse") words="--help --quiet --json --tree --width --lexicon --max-size" files=1 ;;
    " gazetteer") words="find add --help --quiet" ;;
    " gazetteer find") words="--help --quiet --json" ;;
    " gazetteer add") words="--help --quiet --name --list --remove" files=1 ;;
    " lexicon") words="check --help --quiet" ;;
    " lexicon check") words="--help --quiet" files=1 ;;
    " eval") words="language read incidents predict --help --quiet" ;;
    " eval language") words="--help --quiet --json --train" files=1 ;;
    " eval read") words="--help --quiet --json" files=1 ;;
    " eval incidents") words="--help --quiet --json --detail" files=1 ;;
    " eval predict") words="--help --quiet" ;;
    " version") words="--help --quiet --json" ;;
    " completion") words="--help --quiet bash zsh fish" ;;
    " man") words="--help --quiet --all" ;;
    " help") words="--help --quiet" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [ -n "$files" ] && [ "${cur#-}" = "$cur" ]; then COMPREPLY+=($(compgen -f -- "$cur")); fi
}
complete -o filenames -F _sitrep sitrep

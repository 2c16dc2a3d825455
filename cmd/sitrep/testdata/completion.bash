# bash completion for sitrep
_sitrep() {
  local cur="${COMP_WORDS[COMP_CWORD]}" words="" files=""
  local at="" w
  for w in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at $w" in " read"|" parse"|" gazetteer"|" gazetteer find"|" gazetteer add"|" lexicon"|" lexicon check"|" eval"|" eval language"|" eval read"|" eval incidents"|" eval predict"|" version"|" completion"|" help") at="$at $w" ;; esac
  done
  case "$at" in
    "") words="read parse gazetteer lexicon eval version completion help --help --quiet" ;;
    " read") words="--help --quiet --published --outlet --title --json --jsonl --why --lexicon --max-size" files=1 ;;
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
    " help") words="--help --quiet" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [ -n "$files" ] && [ "${cur#-}" = "$cur" ]; then COMPREPLY+=($(compgen -f -- "$cur")); fi
}
complete -o filenames -F _sitrep sitrep

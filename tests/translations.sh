#!/usr/bin/env bash
# Fails when a text of the sources has no finished translation: translations.sh LUPDATE ROOT.
# Works on copies, so that a test never changes the sources.
set -euo pipefail
lupdate=$1
root=$2
scratch=$(mktemp --directory)
trap 'rm -r "$scratch"' EXIT
cp "$root"/translations/*.ts "$scratch"
cd "$root"

for ts in "$scratch"/*.ts; do
    plurals=()
    [[ $ts == *_en.ts ]] && plurals=(-pluralonly)
    "$lupdate" -silent -locations none -I . -extensions h,cpp -recursive app core widgets "${plurals[@]}" -ts "$ts" \
        2>>"$scratch/said"
done
# Such a text is kept under another name than the one the program asks for, and never found.
if grep --extended-regexp 'lacks Q_OBJECT|Qualifying with unknown' "$scratch/said" | sort --unique | grep .; then
    echo "tr() outside of a class with Q_OBJECT or Q_DECLARE_TR_FUNCTIONS" >&2
    exit 1
fi

# One message at a time: what is unfinished, no longer used, empty, or has other %1 %2 %n than its source.
faults=$(awk '
    function marks(text,   found) {
        found = ""
        while (match(text, /%(L?[0-9]+|n)/)) {
            seen[substr(text, RSTART, RLENGTH)] = 1
            text = substr(text, RSTART + RLENGTH)
        }
        for (mark in seen) { count++; found = found mark; delete seen[mark] }
        return found
    }
    function between(text, from, to,   start) {
        start = index(text, from)
        if (!start) return ""
        text = substr(text, start + length(from))
        return substr(text, 1, index(text, to) - 1)
    }
    BEGIN { RS = "</message>" }
    /<name>/ { context = between($0, "<name>", "</name>") }
    /<source>/ {
        file = FILENAME
        sub(/.*\//, "", file)
        source = between($0, "<source>", "</source>")
        translation = substr($0, index($0, "<translation"))
        fault = ""
        if (translation ~ /type="(vanished|obsolete)"/) fault = "no longer used"
        else if (translation ~ /type="unfinished"/) fault = "not translated"
        else if (translation ~ /<translation\/>|<translation><\/translation>|<numerusform><\/numerusform>|<numerusform\/>/) fault = "empty"
        else if (translation !~ /<numerusform>/ && marks(source) != marks(translation)) fault = "other %1 than its source"
        if (fault) print file ": " context ": \"" source "\": " fault
    }' "$scratch"/*.ts)

if [[ $faults ]]; then
    echo "$faults"
    echo "$(wc --lines <<<"$faults") texts to mend: run ./dev translations, then fill in translations/*.ts" >&2
    exit 1
fi
echo "$(grep --count '<source>' "$scratch/neuraxis_nl.ts") texts in Dutch"

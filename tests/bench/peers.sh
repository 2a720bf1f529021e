#!/usr/bin/env bash
# Times Neuraxis against dcm2niix and mrview on the same folders: peers.sh BUILD DEMO_STUDY.
# Each row is a median of pairs run in turn, so that a busy moment hits both. Needs an X server for mrview only;
# it starts one itself.
set -euo pipefail

build=$(realpath "$1")
demo=$(realpath "$2")
pairs=${PAIRS:-9}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp --directory)
several= # a folder of several series, of which mrview would ask which
server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null || true; rm -r "$scratch"' EXIT

# Folders with DICOM files to try, as "name|folder".
studies=("demo study|$demo/sub-DEMO001/ses-1/T1w")
samples=$root/../shared/data
if [[ -x $samples/unpack.sh && -d $samples/dcm_philips_t1_classic ]]; then
    "$samples/unpack.sh" "$root/build/sample-data" dcm_philips_t1_classic
    studies+=("Philips T1|$root/build/sample-data/dcm_philips_t1_classic/dicom")
fi

if [[ -d $samples/dcm_siemens_e11_dwi_mosaic ]]; then
    "$samples/unpack.sh" "$root/build/sample-data" dcm_siemens_e11_dwi_mosaic
    several="Siemens E11 mosaics|$root/build/sample-data/dcm_siemens_e11_dwi_mosaic/dicom"
fi

# Milliseconds that a command takes. Its words go to a file that is shown when it fails.
timed() {
    local start=$EPOCHREALTIME end
    "$@" >"$scratch/said" 2>&1 </dev/null || {
        echo "failed: $*" >&2
        cat "$scratch/said" >&2
        return 1
    }
    end=$EPOCHREALTIME
    echo $(((${end/[.,]/} - ${start/[.,]/}) / 1000))
}

median() { sort --general-numeric-sort | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

# compare ROW LIMIT -- OURS... -- THEIRS...: a row of the table.
compare() {
    local row=$1 limit=$2 ours=() theirs=() which=ours word i a b
    shift 3
    for word in "$@"; do
        if [[ $word == -- ]]; then which=theirs; elif [[ $which == ours ]]; then ours+=("$word"); else theirs+=("$word"); fi
    done
    : >"$scratch/a"
    : >"$scratch/b"
    : >"$scratch/ratio"
    for ((i = -2; i < pairs; ++i)); do
        rm -rf "$scratch/out"
        mkdir "$scratch/out"
        cd "$scratch/out"
        # The first of a pair changes, for neither to find the files warmer
        if ((i & 1)); then
            a=$(timed "${ours[@]}") && b=$(timed "${theirs[@]}")
        else
            b=$(timed "${theirs[@]}") && a=$(timed "${ours[@]}")
        fi
        ((i < 0)) && continue
        echo "$a" >>"$scratch/a"
        echo "$b" >>"$scratch/b"
        echo "$a $b" | awk '{ print $1 / ($2 > 0 ? $2 : 1) }' >>"$scratch/ratio"
    done
    awk -v row="$row" -v limit="$limit" -v a="$(median <"$scratch/a")" -v b="$(median <"$scratch/b")" -v ratio="$(median <"$scratch/ratio")" \
        'BEGIN { printf "%-44s %7.0f ms %7.0f ms %7.2f  %s %.1f\n", row, a, b, ratio, ratio <= limit ? "<=" : "ABOVE", limit }'
}

# -displayfd: the server picks a free number and tells it when it is ready.
mkfifo "$scratch/display"
Xvfb -displayfd 3 -screen 0 1920x1200x24 3>"$scratch/display" >/dev/null 2>&1 &
server=$!
read -r number <"$scratch/display"
export DISPLAY=:$number

printf '%-44s %10s %10s %7s  %s\n' "$pairs pairs each, medians" neuraxis peer ratio aim
for study in "${studies[@]}" ${several:+"$several"}; do
    name=${study%%|*}
    folder=${study#*|}
    compare "$name: convert / dcm2niix -z n" 1.2 -- "$build/neuraxis" convert "$folder" ours/ --as .nii \
        -- dcm2niix -z n -o . -f theirs "$folder"
    [[ $study != "$several" ]] || continue
    compare "$name: render planes / mrview -mode 2" 1.0 -- "$build/neuraxis" render "$folder" --layout planes --size 1600x900 --out ours.png \
        -- mrview "$folder" -mode 2 -size 1600,900 -capture.grab -exit
    compare "$name: render volume / mrview -mode 3" 1.0 -- "$build/neuraxis" render "$folder" --layout volume --size 1600x900 --out ours.png \
        -- mrview "$folder" -mode 3 -size 1600,900 -capture.grab -exit
done

# Ten thousand single files: listed here, converted there. dcm2niix names each series by its number.
mkdir "$scratch/many"
"$build/bench_listing" make "$scratch/many"
compare "10,000 files: info / dcm2niix -z n" 1.0 -- "$build/neuraxis" info "$scratch/many" \
    -- dcm2niix -z n -o . -f theirs_%s "$scratch/many"
for ((i = 0; i < 3; ++i)); do "$build/bench_listing" "$scratch/many"; done

# Surfaces: two hemispheres of 163,842 vertices
"$build/bench_cortex" make "$scratch/subject"
compare "two pial GIFTI: info / wb_command" 1.0 -- "$build/neuraxis" info "$scratch/subject/surf/lh.pial.surf.gii" "$scratch/subject/surf/rh.pial.surf.gii" \
    -- sh -c "wb_command -file-information '$scratch/subject/surf/lh.pial.surf.gii' && wb_command -file-information '$scratch/subject/surf/rh.pial.surf.gii'"

# Each tells its own times; one over its aim does not keep the others from being told.
echo
worst=0
"$build/bench_cortex" "$scratch/subject" || worst=1
"$build/bench_scroll" || worst=1
"$build/bench_volumes" || worst=1
"$build/bench_alignment" || worst=1
"$build/bench_cohort" || worst=1
XDG_CONFIG_HOME=$scratch "$build/bench_study" "$demo" || worst=1
exit "$worst"

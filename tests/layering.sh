#!/usr/bin/env bash
# Fails when a folder includes what architecture does not allow it: layering.sh ROOT.
# layering.sh --self-test plants one violation of each rule in a scratch folder and fails when one is not found.
set -euo pipefail

# Folder | forbidden includes and words (extended regular expression), in the order of the arrows.
libraries='#include [<"](vtk|itk|gdcm|Eigen/|nifti|QtSql|QSql)'
screens='#include [<"](QtWidgets|QtPrintSupport|QtSvgWidgets|QtOpenGLWidgets|QWidget|QApplication|QMainWindow|QDialog|QMessageBox|QPrinter|QSvgWidget)|\bQWidget\b'
upwards='#include "(app|widgets)/'
rules=(
    "core/model    | #include \"(core/(io|analysis|render|study)|widgets|app)/|$libraries|$screens|#include <(QtConcurrent|QtSvg|QSvg)"
    "core/io       | $upwards|#include \"core/(analysis|render|study)/|#include [<\"](vtk|gdcm|Eigen/|QSql)|$screens"
    "core/io/gdcm  | $upwards|#include \"core/(analysis|render|study)/|#include [<\"](vtk|Eigen/|QSql)|$screens"
    "core/analysis | $upwards|#include \"core/(io|render|study)/|#include [<\"](vtk|gdcm|QSql)|$screens"
    "core/render   | $upwards|#include \"core/(io|analysis|study)/|#include [<\"](itk|gdcm|QSql)|$screens"
    "core/study    | $upwards|#include \"core/(analysis|render)/|#include [<\"](vtk|itk|gdcm)|$screens"
    "widgets       | #include \"app/|#include \"core/io/|$libraries"
)

check() {
    local root=$1 rule folder forbidden found=0
    for rule in "${rules[@]}"; do
        folder=${rule%%|*}
        folder=${folder// /}
        forbidden=${rule#*| }
        [[ -d $root/$folder ]] || continue
        # A comment may name anything
        if grep --recursive --exclude-dir=gdcm --include='*.h' --include='*.cpp' --line-number --extended-regexp "$forbidden" "$root/$folder/." |
            grep --invert-match --extended-regexp '^[^:]*:[0-9]+: *//'; then
            echo "^ $folder may not include or use that (see ARCHITECTURE.md)" >&2
            found=1
        fi
    done
    return $found
}

selfTest() {
    local scratch planted folder line
    scratch=$(mktemp --directory)
    # shellcheck disable=SC2064 # the name is gone when the trap runs
    trap "rm -r '$scratch'" EXIT
    planted=(
        'core/model|#include "core/io/scan.h"' 'core/model|#include <vtkImageData.h>' 'core/model|#include <itkImage.h>'
        'core/model|#include <gdcmReader.h>' 'core/model|#include <QWidget>' 'core/model|#include <QtConcurrent>'
        'core/io|#include "core/render/scene.h"' 'core/io|#include <vtkImageData.h>' 'core/io|#include "core/study/study.h"'
        'core/io|#include <gdcmReader.h>' 'core/io/gdcm|#include <QSqlQuery>' 'core/io|class QWidget;' 'core/io|#include "widgets/canvas.h"'
        'core/analysis|#include "core/io/scan.h"' 'core/analysis|#include <gdcmReader.h>' 'core/analysis|#include "app/main.h"'
        'core/render|#include "core/io/scan.h"' 'core/render|#include "core/analysis/brain_mask.h"'
        'core/render|#include <itkImage.h>' 'core/render|#include <QApplication>' 'core/render|#include <QPrinter>'
        'core/study|#include "core/render/scene.h"' 'core/study|#include <itkImage.h>'
        'widgets|#include "app/main_window.h"' 'widgets|#include "core/io/scan.h"' 'widgets|#include <vtkRenderer.h>'
    )
    for line in "${planted[@]}"; do
        folder=$scratch/${line%%|*}
        mkdir -p "$folder"
        printf '%s\n' "${line#*|}" >"$folder/planted.cpp"
        if check "$scratch" >/dev/null 2>&1; then
            echo "layering does not find: $line" >&2
            return 1
        fi
        rm "$folder/planted.cpp"
    done
    mkdir -p "$scratch/core/io/gdcm" "$scratch/app"
    printf '#include "core/model/volume.h"\n#include <gdcmReader.h>\n// A QWidget may be named here\n' >"$scratch/core/io/gdcm/fine.cpp"
    printf '#include "widgets/canvas.h"\n#include "core/io/scan.h"\n#include <QWidget>\n' >"$scratch/app/fine.cpp"
    check "$scratch" || {
        echo "layering refuses what is allowed" >&2
        return 1
    }
}

if [[ $1 == --self-test ]]; then selfTest; else check "$1"; fi

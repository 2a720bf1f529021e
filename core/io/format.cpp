#include "core/io/format.h"

#include "core/io/afni.h"
#include "core/io/analyze.h"
#include "core/io/cortex_files.h"
#include "core/io/dicom_frame.h"
#include "core/io/dicom_header.h"
#include "core/io/gifti.h"
#include "core/io/mgh.h"
#include "core/io/minc.h"
#include "core/io/nifti.h"
#include "core/io/nrrd.h"
#include "core/io/par_rec.h"
#include "core/io/plain_headers.h"
#include "core/io/region_stats.h"

#include <QFileInfo>

namespace neuraxis::io {

std::span<const Format> formats() {
    // Files of surfaces come before the images whose names they share
    constexpr auto surface = [](const char* name, std::vector<const char*> suffixes, auto recognises, auto inspect) {
        return Format{name, std::move(suffixes), recognises, inspect, assembleNamedCortices, nullptr, {}, nullptr};
    };
    static const std::vector<Format> table{
        {"DICOM", {".dcm", ".ima", ".dcm.gz"}, isDicom, inspectDicom, assembleDicom, nullptr, {}, describeDicom},
        surface("GIFTI", {".gii", ".gii.gz"}, isGifti, inspectGifti),
        surface("FreeSurfer map", {".thickness", ".curv", ".sulc", ".area"}, isFreeSurferCurv, inspectCurv),
        surface("FreeSurfer surface", {".white", ".pial", ".inflated", ".sphere", ".asc"}, isFreeSurferSurface,
                inspectSurface),
        surface("FreeSurfer annotation", {".annot"}, isFreeSurferAnnot, inspectAnnot),
        surface("FreeSurfer label", {".label"}, isFreeSurferLabel, inspectLabel),
        surface("FreeSurfer table", {".stats"}, isStats, inspectStats),
        surface("MGH map", {".mgz", ".mgh"}, isMghMap, inspectMghMap),
        {"NIfTI",
         {".nii.gz", ".nii", ".hdr", ".hdr.gz"},
         isNifti,
         inspectNifti,
         assembleWholeVolumes,
         writeNifti,
         {".nii.gz", ".nii"},
         describeNifti},
        {"MGH",
         {".mgz", ".mgh", ".mgh.gz"},
         isMgh,
         inspectMgh,
         assembleWholeVolumes,
         writeMgh,
         {".mgz", ".mgh"},
         describeMgh},
        {"NRRD", {".nrrd", ".nhdr"}, isNrrd, inspectNrrd, assembleWholeVolumes, writeNrrd, {".nrrd"}, describeNrrd},
        {"PAR/REC", {".par"}, isParRec, inspectParRec, assembleWholeVolumes, nullptr, {}, describeParRec},
        {"MINC", {".mnc", ".mnc.gz"}, isMinc, inspectMinc, assembleWholeVolumes, nullptr, {}, nullptr},
        {"AFNI", {".head"}, isAfni, inspectAfni, assembleWholeVolumes, nullptr, {}, describeAfni},
        {"Analyze", {".hdr", ".hdr.gz"}, isAnalyze, inspectAnalyze, assembleWholeVolumes, nullptr, {}, describeAnalyze},
    };
    return table;
}

namespace {

QStringList collect(std::vector<const char*> Format::*suffixes) {
    QStringList all;
    for (const Format& format : formats())
        for (const char* suffix : format.*suffixes) all << QLatin1String(suffix);
    return all;
}

QString longestSuffix(const QString& path, const QStringList& suffixes) {
    QString longest;
    for (const QString& suffix : suffixes)
        if (path.endsWith(suffix, Qt::CaseInsensitive) && suffix.size() > longest.size()) longest = suffix;
    return longest;
}

} // namespace

QStringList openableSuffixes() { return collect(&Format::suffixes); }
QStringList writableSuffixes() { return collect(&Format::writableSuffixes); }
QString writableSuffix(const QString& path) { return longestSuffix(path, writableSuffixes()); }

QString baseName(const QString& path) {
    const QString name = fileName(path);
    return name.chopped(longestSuffix(name, openableSuffixes()).size());
}

bool isOfSurfaces(const Format& format) { return format.assemble == assembleNamedCortices; }

void assembleWholeVolumes(const Parts& parts, Scan& scan) {
    for (const auto& part : parts) {
        const auto& whole = static_cast<const WholeVolume&>(*part);
        scan.found.push_back(whole.found);
        scan.found.insert(scan.found.end(), whole.others.begin(), whole.others.end());
    }
}

} // namespace neuraxis::io

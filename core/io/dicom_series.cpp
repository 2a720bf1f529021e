#include "core/io/dicom_pixels.h"
#include "core/io/dicom_stack.h"
#include "core/io/dicom_volumes.h"
#include "core/io/slice_stack.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace neuraxis::io {

namespace {

bool near(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }
bool near(const WorldVector& a, const WorldVector& b) {
    return near(a.x, b.x, 1e-3) && near(a.y, b.y, 1e-3) && near(a.z, b.z, 1e-3);
}

/// Whether two slices of one series can lie in one volume or be the same place at another time.
bool belongTogether(const DicomFrame& a, const DicomFrame& b) {
    return a.columns == b.columns && a.rows == b.rows && a.placed == b.placed && a.component == b.component &&
           a.stack == b.stack && a.echo == b.echo && near(a.echoTimeMs, b.echoTimeMs, 0.01) && near(a.along, b.along) &&
           near(a.down, b.down) && near(a.columnMm, b.columnMm, 1e-4) && near(a.rowMm, b.rowMm, 1e-4) &&
           a.image->layout.type() == b.image->layout.type() && a.image->series.studyUid == b.image->series.studyUid &&
           (a.image->patient == b.image->patient || !a.image->patient || !b.image->patient) &&
           a.image->series.frameOfReferenceUid == b.image->series.frameOfReferenceUid;
}

/// Files that name no series have nothing to do with each other.
QString seriesKey(const DicomImage& image) { return image.series.uid.isEmpty() ? image.path : image.series.uid; }

/// What an image is known by. Not its identifier alone: some anonymisers give all files the same.
QByteArray identityOf(const DicomPart& part) {
    const DicomImage& image = *part.image;
    if (image.instanceUid.isEmpty() || part.frames.empty()) return {};
    return image.series.uid.toUtf8() + '\n' + image.instanceUid + '\n' + placeOf(part);
}

/// The files without those that hold an image of the same identity again; `copies` counts them by series.
Parts withoutCopies(const Parts& parts, std::map<QString, int>& copies) {
    Parts kept;
    QSet<QByteArray> seen;
    for (const auto& part : parts) {
        const auto& dicom = static_cast<const DicomPart&>(*part);
        const QByteArray identity = identityOf(dicom);
        if (!identity.isEmpty() && seen.contains(identity)) {
            ++copies[dicom.image->series.uid];
            continue;
        }
        seen.insert(identity);
        kept.push_back(part);
    }
    return kept;
}

std::vector<DicomStack> stacksOf(const Parts& parts) {
    std::vector<DicomStack> stacks;
    QHash<QString, std::vector<std::size_t>> bySeries;
    for (const auto& part : parts)
        for (const DicomFrame& frame : static_cast<const DicomPart&>(*part).frames) {
            auto& candidates = bySeries[seriesKey(*frame.image)];
            const auto fit = std::find_if(candidates.begin(), candidates.end(),
                                          [&](std::size_t i) { return belongTogether(*stacks[i].front(), frame); });
            if (fit != candidates.end()) {
                stacks[*fit].push_back(&frame);
                continue;
            }
            candidates.push_back(stacks.size());
            stacks.push_back({&frame});
        }
    return stacks;
}

QString componentName(const QByteArray& component) {
    struct Row {
        const char *component, *name;
    };
    constexpr Row rows[] = {
        {"magnitude", QT_TRANSLATE_NOOP("io", "magnitude")}, {"phase", QT_TRANSLATE_NOOP("io", "phase")},
        {"real", QT_TRANSLATE_NOOP("io", "real")},           {"imaginary", QT_TRANSLATE_NOOP("io", "imaginary")},
        {"FIELD_MAP", QT_TRANSLATE_NOOP("io", "field map")}, {"TRACE", QT_TRANSLATE_NOOP("io", "trace")}};
    for (const Row& row : rows)
        if (component == row.component) return QCoreApplication::translate("io", row.name);
    return QString::fromLatin1(component);
}

QString planeName(const DicomFrame& f) {
    const WorldVector n = cross(f.along, f.down);
    const double x = std::abs(n.x), y = std::abs(n.y), z = std::abs(n.z);
    if (x > y && x > z) return QCoreApplication::translate("io", "sagittal");
    return y > z ? QCoreApplication::translate("io", "coronal") : QCoreApplication::translate("io", "axial");
}

struct Assembled {
    Found found;
    const DicomFrame* model;
};

/// One stack as one volume of the scan.
Assembled assembleStack(const DicomStack& stack) {
    const OrderedStack ordered = orderStack(stack);
    const DicomFrame& model = firstOf(ordered.volumes.front());
    const WorldVector normal = unit(cross(model.along, model.down));
    const double ownStepMm = model.betweenMm > 0 ? model.betweenMm : model.thicknessMm > 0 ? model.thicknessMm : 1;
    SliceGrid grid;
    if (model.placed)
        grid = layOut(ordered.positions, normal, ownStepMm);
    else {
        grid.slices = static_cast<int>(ordered.positions.size());
        grid.step = {0, 0, ownStepMm};
        for (int i = 0; i < grid.slices; ++i) grid.place.push_back(i);
    }

    Assembled result{{}, &model};
    VolumeHeader& header = result.found.header;
    header.format = QStringLiteral("DICOM");
    header.series = model.image->series;
    header.acquisition = model.image->acquisition;
    header.series.protocol = model.protocol;
    header.size = {model.columns, model.rows, grid.slices};
    header.volumes = static_cast<int>(ordered.volumes.size());
    header.voxelToLps = Affine(model.along * model.columnMm, model.down * model.rowMm, grid.step, grid.first);
    header.type = model.image->layout.type();
    header.slope = model.slope;
    header.intercept = model.intercept;
    header.unit = model.unit;
    header.scalings = model.scalings;
    header.component = QString::fromLatin1(model.component);
    describeFourthDimension(ordered, header);
    describeAcquisition(ordered, grid, header);
    header.findings = ordered.findings;
    header.findings.insert(header.findings.end(), grid.findings.begin(), grid.findings.end());
    addStackFindings(ordered, grid, header);
    if (!model.placed)
        header.findings.push_back(
            {Finding::Severity::Warning, QStringLiteral("no-position"),
             QCoreApplication::translate(
                 "io", "The file does not say where the voxels lie in the patient; sides and positions are a guess.")});

    if (model.image->layout.photometric == "MONOCHROME1")
        header.findings.push_back(
            {Finding::Severity::Note, QStringLiteral("monochrome1"),
             QCoreApplication::translate(
                 "io", "Low numbers of this image are meant to be bright (MONOCHROME1). Invert it to see it so.")});

    auto source = std::make_shared<DicomVoxels>();
    std::set<QString> truncated;
    for (std::size_t v = 0; v < ordered.volumes.size(); ++v)
        for (std::size_t p = 0; p < ordered.positions.size(); ++p)
            if (const DicomFrame* f = ordered.volumes[v][p]) {
                source->slices.push_back(
                    {f->image, f->frame, f->tileX, f->tileY,
                     v * static_cast<std::size_t>(grid.slices) + static_cast<std::size_t>(grid.place[p]), f->slope,
                     f->intercept});
                if (!near(f->slope, model.slope, 1e-6 * std::abs(model.slope)) ||
                    !near(f->intercept, model.intercept, 1e-6 * std::abs(model.slope)))
                    source->scaledToFloat = true;
                if (f->image->truncated) truncated.insert(fileName(f->image->path));
            }
    if (header.type == StoredType::Rgb24) {
        source->scaledToFloat = false;
        header.slope = 1;
        header.intercept = 0;
    }
    if (source->scaledToFloat) {
        header.scalings.clear();
        header.type = StoredType::Float32;
        header.slope = 1;
        header.intercept = 0;
    }
    // No file names: findings are drawn on pictures, and files are named after people
    if (!truncated.empty())
        header.findings.push_back(
            {Finding::Severity::Error, QStringLiteral("truncated"),
             QCoreApplication::translate("io",
                                         "%n file(s) of this series are cut short; what could be read of them is "
                                         "shown. Copy the series again from its source.",
                                         nullptr, static_cast<int>(truncated.size()))});
    const auto& middle = ordered.volumes.front()[ordered.positions.size() / 2];
    header.windowPresets = (middle ? middle : &model)->windows;

    // In the order of the slices on disk, so that a file of many frames is opened once.
    std::stable_sort(source->slices.begin(), source->slices.end(), [](const DicomSlice& a, const DicomSlice& b) {
        return std::tie(a.image->path, a.frame) < std::tie(b.image->path, b.frame);
    });
    QString last;
    for (const DicomSlice& slice : source->slices)
        if (slice.image->path != last) result.found.files << (last = slice.image->path);
    result.found.source = source;
    return result;
}

/// What tells the echoes of a series apart: their times, where the files have them.
std::pair<int, double> echoOf(const DicomFrame& f) {
    return f.echoTimeMs > 0 ? std::pair(0, std::round(f.echoTimeMs * 100)) : std::pair(f.echo, 0.0);
}

/// What to call volumes in a list: the series, and what sets them apart when it holds several.
void nameVolumes(std::vector<Assembled>& all) {
    std::map<QString, std::vector<Assembled*>> bySeries;
    for (Assembled& a : all) bySeries[seriesKey(*a.model->image)].push_back(&a);
    for (auto& [uid, several] : bySeries) {
        std::map<QByteArray, std::set<std::pair<int, double>>> echoes; // by component
        std::set<QString> planes;
        for (const Assembled* a : several) {
            echoes[a->model->component].insert(echoOf(*a->model));
            planes.insert(planeName(*a->model));
        }
        std::map<QString, int> taken;
        for (Assembled* a : several) {
            VolumeHeader& header = a->found.header;
            QStringList words{header.series.description};
            if (words[0].isEmpty() && header.series.number > 0)
                words[0] = QCoreApplication::translate("io", "Series %1").arg(header.series.number);
            if (words[0].isEmpty()) words[0] = baseName(a->model->image->path);
            if (echoes.size() > 1 && !a->model->component.isEmpty()) words << componentName(a->model->component);
            if (const auto& own = echoes[a->model->component]; own.size() > 1)
                words << QCoreApplication::translate("io", "echo %1")
                             .arg(std::distance(own.begin(), own.find(echoOf(*a->model))) + 1);
            if (planes.size() > 1) words << planeName(*a->model);
            header.name = words.join(QLatin1Char(' '));
            if (const int n = ++taken[header.name]; n > 1) header.name += QStringLiteral(" (%1)").arg(n);
        }
    }
}

/// Files that a medium's index names and that are not there, under any spelling of theirs.
void checkIndex(const DicomPart& part, Scan& scan) {
    const QDir folder = QFileInfo(part.image->path).dir();
    const auto missing = std::count_if(part.listed.begin(), part.listed.end(), [&](const QString& file) {
        return !folder.exists(file) && !folder.exists(file.toLower()) && !folder.exists(file.toUpper());
    });
    if (missing > 0)
        scan.skipped.push_back(
            {part.image->path,
             QCoreApplication::translate("io", "%1 names %n file(s) that are not there. Copy the whole medium again.",
                                         nullptr, static_cast<int>(missing))
                 .arg(fileName(part.image->path))});
}

} // namespace

void assembleDicom(const Parts& parts, Scan& scan) {
    std::map<QString, QStringList> damaged;
    for (const auto& part : parts) {
        const auto& dicom = static_cast<const DicomPart&>(*part);
        checkIndex(dicom, scan);
        if (dicom.problem.isEmpty()) continue;
        scan.skipped.push_back({dicom.image->path, dicom.problem});
        damaged[dicom.image->series.uid] << fileName(dicom.image->path);
    }
    std::map<QString, int> copies;
    std::vector<Assembled> all;
    const SeriesFacts facts(parts);
    for (const DicomStack& stack : stacksOf(withoutCopies(parts, copies))) {
        all.push_back(assembleStack(stack));
        VolumeHeader& header = all.back().found.header;
        if (const auto number = copies.find(header.series.uid); number != copies.end())
            header.findings.push_back(
                {Finding::Severity::Note, QStringLiteral("duplicate-file"),
                 QCoreApplication::translate("io",
                                             "%n file(s) are copies of others in this series; each image is used once.",
                                             nullptr, number->second)});
        if (const auto names = damaged.find(header.series.uid); names != damaged.end())
            header.findings.push_back(
                {Finding::Severity::Error, QStringLiteral("truncated"),
                 QCoreApplication::translate("io",
                                             "%n file(s) of this series are cut short and left out. Copy the series "
                                             "again from its source.",
                                             nullptr, static_cast<int>(names->second.size()))});
        facts.addFindings(*all.back().model, header);
    }
    const auto rank = [](const Assembled& a) {
        const DicomImage& image = *a.model->image;
        return std::tuple(image.studyTime, image.series.studyUid, image.series.number, image.series.uid,
                          a.model->component, a.model->echo, a.model->echoTimeMs);
    };
    std::stable_sort(all.begin(), all.end(), [&](const Assembled& a, const Assembled& b) { return rank(a) < rank(b); });
    nameVolumes(all);
    for (Assembled& a : all) scan.found.push_back(std::move(a.found));
}

} // namespace neuraxis::io

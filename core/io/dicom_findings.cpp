#include "core/io/dicom_stack.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

QString mm(double value) { return QString::number(value, 'f', 2); }

bool differ(double a, double b) { return std::abs(a - b) > std::max(0.05, 0.02 * std::abs(b)); }

void add(VolumeHeader& header, Finding::Severity severity, const char* code, const QString& text) {
    header.findings.push_back({severity, QString::fromLatin1(code), text});
}

/// What the header says of the distance between slices against where they lie. The places are believed.
void compareWithPositions(const std::vector<const DicomFrame*>& volume, const SliceGrid& grid, VolumeHeader& header) {
    std::vector<const DicomFrame*> slices;
    for (const DicomFrame* f : volume)
        if (f && f->placed) slices.push_back(f);
    if (slices.size() < 2 || !grid.findings.empty()) return; // what is told of the places is enough
    const DicomFrame& model = *slices.front();
    const WorldVector normal = unit(cross(model.along, model.down));
    const double stepMm = std::abs(dot(grid.step, normal));
    // Some write the gap between slices where their distance belongs
    if (model.betweenMm > 0 && differ(model.betweenMm, stepMm) && differ(model.betweenMm + model.thicknessMm, stepMm))
        return add(header, Finding::Severity::Warning, "position-mismatch",
                   QCoreApplication::translate("io", "The header says that slices are %1 mm apart, but by their "
                                                     "positions they are %2 mm apart. The positions are used.")
                       .arg(mm(model.betweenMm), mm(stepMm)));
    int compared = 0, wrong = 0;
    for (std::size_t i = 1; i < slices.size(); ++i) {
        if (!slices[i]->sliceLocationMm || !slices[i - 1]->sliceLocationMm) continue;
        const double told = std::abs(*slices[i]->sliceLocationMm - *slices[i - 1]->sliceLocationMm);
        const WorldVector way = slices[i]->position - slices[i - 1]->position;
        ++compared;
        // Along the normal, or as GE along the patient's nearest axis
        if (differ(told, std::abs(dot(way, normal))) && differ(told, std::abs(way.x)) &&
            differ(told, std::abs(way.y)) && differ(told, std::abs(way.z)))
            ++wrong;
    }
    if (wrong > 0 && 10 * wrong >= compared)
        add(header, Finding::Severity::Warning, "position-mismatch",
            QCoreApplication::translate("io",
                                        "The header's slice locations disagree with the slices' positions for "
                                        "%n slice(s). The positions are used.",
                                        nullptr, wrong));
}

void findStrippedDiffusion(const OrderedStack& ordered, VolumeHeader& header) {
    int missing = 0, told = 0;
    bool looks = false;
    for (const auto& volume : ordered.volumes) {
        const DicomFrame& f = firstOf(volume);
        missing += f.gradientMissing;
        told += f.bValue.has_value();
        looks |= f.image->looksDiffusion;
    }
    const bool original = header.component.isEmpty() || header.component == QStringLiteral("magnitude");
    if (missing > 0)
        add(header, Finding::Severity::Warning, "diffusion-tags-missing",
            QCoreApplication::translate("io",
                                        "The diffusion directions of %n volume(s) are missing; private tags may "
                                        "have been removed. Export the series again with its private tags.",
                                        nullptr, missing));
    else if (looks && original && told == 0 && ordered.volumes.size() > 1)
        add(header, Finding::Severity::Warning, "diffusion-tags-missing",
            QCoreApplication::translate(
                "io", "This looks like a diffusion scan, but its b-values and directions are missing; "
                      "private tags may have been removed. Export the series again with them."));
}

/// Volumes begun one after the other, but for gaps of a whole number of steps: there one is missing.
void findMissingVolumes(VolumeHeader& header) {
    const std::vector<double>& times = header.fourth.timesMs;
    if (times.size() < 5 || !std::is_sorted(times.begin(), times.end())) return;
    std::vector<double> steps;
    for (std::size_t i = 1; i < times.size(); ++i) steps.push_back(times[i] - times[i - 1]);
    const double usual = median(steps);
    int missing = 0;
    std::size_t regular = 0;
    for (const double step : steps) {
        const double whole = usual > 0 ? std::round(step / usual) : 0;
        if (whole < 1 || std::abs(step - whole * usual) > 0.03 * usual) continue;
        ++regular;
        missing += static_cast<int>(std::min(whole - 1, 1e6));
    }
    // A pause between two halves of a scan is none
    if (missing == 0 || regular < steps.size() || missing > static_cast<int>(times.size())) return;
    add(header, Finding::Severity::Warning, "missing-volume",
        QCoreApplication::translate("io",
                                    "%n volume(s) seem to be missing: there are gaps in the times of the volumes. "
                                    "Copy the series again from its source.",
                                    nullptr, missing));
}

// Texts in methods of SeriesFacts are not found by lupdate.

void addMixedOrientations(VolumeHeader& header, int directions) {
    add(header, Finding::Severity::Note, "mixed-orientations",
        QCoreApplication::translate("io",
                                    "The series has slices in %n direction(s), as a localizer; each is a "
                                    "volume of its own.",
                                    nullptr, directions));
}

void addPeopleInFolder(VolumeHeader& header, int people) {
    add(header, Finding::Severity::Warning, "two-patients",
        QCoreApplication::translate("io",
                                    "The folder of this series holds scans of %n participant(s). Check that "
                                    "it is the one you mean.",
                                    nullptr, people));
}

void addPeopleTogether(VolumeHeader& header, int people) {
    add(header, Finding::Severity::Note, "several-participants",
        QCoreApplication::translate("io", "Scans of %n participant(s) were opened together.", nullptr, people));
}

} // namespace

void addStackFindings(const OrderedStack& ordered, const SliceGrid& grid, VolumeHeader& header) {
    const auto& volume = ordered.volumes.front();
    const DicomImage& image = *firstOf(volume).image;
    compareWithPositions(volume, grid, header);
    if (image.slicesMade > grid.slices)
        add(header, Finding::Severity::Warning, "missing-slice",
            QCoreApplication::translate("io", "The scanner made %1 slices of this volume; %2 are here. Copy the series "
                                              "again from its source.")
                .arg(image.slicesMade)
                .arg(grid.slices));
    findStrippedDiffusion(ordered, header);
    findMissingVolumes(header);
    if (image.mosaicWhole)
        add(header, Finding::Severity::Warning, "mosaic",
            QCoreApplication::translate("io", "This is a mosaic of slices that cannot be taken apart: private tags may "
                                              "have been removed. Export the series again with its private tags."));
    if (image.lossy)
        add(header, Finding::Severity::Warning, "lossy",
            QCoreApplication::translate("io", "The images were once compressed with loss: their values are not those "
                                              "that were measured. Do not measure in them."));
    if (image.burnedIn)
        add(header, Finding::Severity::Warning, "burned-in",
            image.secondary
                ? QCoreApplication::translate("io", "This is a screen capture or made afterwards; text in it may name "
                                                    "the participant.")
                : QCoreApplication::translate("io", "The images hold text in their pixels, which may name the "
                                                    "participant."));
}

void People::take(const DicomImage& image) {
    if (image.patient) byNumber.insert(image.patient);
    if (image.patientName) byName.insert(image.patientName);
}

std::size_t People::count() const {
    // Some files of a person lack the number; names are asked only where none has one
    return byNumber.empty() ? byName.size() : byNumber.size();
}

SeriesFacts::SeriesFacts(const Parts& parts) {
    for (const auto& part : parts) {
        const auto& dicom = static_cast<const DicomPart&>(*part);
        People& people = folders[QFileInfo(dicom.image->path).path()];
        people.take(*dicom.image);
        everybody.take(*dicom.image);
        for (const DicomFrame& f : dicom.frames) {
            if (!f.placed || dicom.image->series.uid.isEmpty()) continue;
            auto& known = normals[dicom.image->series.uid];
            const WorldVector normal = cross(f.along, f.down);
            if (std::none_of(known.begin(), known.end(),
                             [&](const WorldVector& n) { return std::abs(dot(n, normal)) > 0.9995; }))
                known.push_back(normal);
        }
    }
}

void SeriesFacts::addFindings(const DicomFrame& frame, VolumeHeader& header) const {
    if (const auto directions = normals.find(header.series.uid);
        directions != normals.end() && directions->second.size() > 1)
        addMixedOrientations(header, static_cast<int>(directions->second.size()));
    const auto folder = folders.find(QFileInfo(frame.image->path).path());
    const std::size_t here = folder == folders.end() ? 0 : folder->second.count();
    if (here > 1)
        addPeopleInFolder(header, static_cast<int>(here));
    else if (here == 1 && everybody.count() > 1)
        addPeopleTogether(header, static_cast<int>(everybody.count()));
}

} // namespace neuraxis::io

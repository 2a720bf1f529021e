#include "core/io/par_rec.h"

#include "core/io/dicom_privacy.h"
#include "core/io/par_geometry.h"
#include "core/io/raw_voxels.h"
#include "core/io/rec_voxels.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace neuraxis::io {

namespace {

/// It is drawn on pictures and names the files that are written: without the participant's name.
QString protocolOf(const ParHeader& par) {
    return Person(par.text("Patient name")).removedFrom(par.text("Protocol name").left(256));
}

constexpr quint64 greatestHeader = 64U << 20; ///< 200,000 images
constexpr double keptShare = 0.9;             ///< A volume with fewer of its slices is left out

/// What Philips calls the kinds of image, by number.
struct TypeRow {
    const char *component, *unit;
};
constexpr TypeRow types[] = {{"magnitude", ""}, {"real", ""}, {"imaginary", ""}, {"phase", "rad"}, {"CR", ""},
                             {"T0", ""},        {"T1", ""},   {"T2", ""},        {"RHO", ""},      {"SPECTRO", ""},
                             {"DERIVED", ""},   {"ADC", ""},  {"RCBV", ""},      {"RCBF", ""},     {"MTT", ""},
                             {"TTP", ""},       {"FA", ""},   {"EADC", ""},      {"FIELD_MAP", ""}};

/// One image of the table and where its pixels are.
struct ParSlice {
    const ParImage* image;
    quint64 offset;
};

/// Stored numbers to Philips' two values: DV = PV * RS + RI, FP = DV / (RS * SS).
std::vector<Scaling> scalingsOf(const ParImage& image, const TypeRow& type) {
    const double rs = image.at(ParImage::RescaleSlope) != 0 ? image.at(ParImage::RescaleSlope) : 1,
                 ri = image.at(ParImage::RescaleIntercept), ss = image.at(ParImage::ScaleSlope);
    const QString unit = QString::fromLatin1(type.unit);
    std::vector<Scaling> scalings;
    if (ss != 0) scalings.push_back({QStringLiteral("precise"), 1 / ss, ri / (rs * ss), unit});
    scalings.push_back({QStringLiteral("displayed"), rs, ri, unit.isEmpty() ? unit : u'm' + unit});
    return scalings;
}

bool sameScaling(const Scaling& a, const Scaling& b) {
    const double near = 1e-6 * std::abs(a.slope);
    return std::abs(a.slope - b.slope) <= near && std::abs(a.intercept - b.intercept) <= near;
}

const TypeRow& typeOf(const ParImage& image) {
    static constexpr TypeRow untold{"", ""};
    const int type = image.whole(ParImage::Type);
    return type >= 0 && type < static_cast<int>(std::size(types)) ? types[type] : untold;
}

bool hasGradient(const ParImage& image) {
    for (int i = 0; i < 3; ++i)
        if (image.at(ParImage::Gradient + i) != 0) return true;
    return false;
}

/// What images share that are shown as one volume. The mean over all directions is a volume of its own.
using GroupKey = std::tuple<int, std::array<double, 3>, int, int, int, int, int, int, bool>;

GroupKey groupOf(const ParImage& image, bool directions) {
    std::array<double, 3> angles{};
    for (std::size_t i = 0; i < 3; ++i)
        angles[i] = std::round(image.at(ParImage::Angulation + static_cast<int>(i)) * 10);
    return {image.whole(ParImage::Orientation),
            angles,
            image.whole(ParImage::Resolution),
            image.whole(ParImage::Resolution + 1),
            image.whole(ParImage::Bits),
            image.whole(ParImage::Type),
            image.whole(ParImage::Sequence),
            image.whole(ParImage::Echo),
            directions && image.at(ParImage::BValue) > 0 && !hasGradient(image)};
}

/// What sets one volume of the fourth dimension apart from the others, ranked in this order.
using VolumeKey = std::vector<double>;
VolumeKey volumeOf(const ParImage& image) {
    VolumeKey key;
    for (const int column : {ParImage::Dynamic, ParImage::CardiacPhase, ParImage::InversionMs, ParImage::Label,
                             ParImage::BNumber, ParImage::GradientNumber, ParImage::BValue})
        key.push_back(image.at(column));
    return key;
}

using Volumes = std::map<VolumeKey, std::map<int, ParSlice>>; ///< By key, then by slice number

/// Sorts images into volumes; of images with everything in common, the further ones are volumes too if most slices
/// have them, else they are counted as doubled.
Volumes sortVolumes(const std::vector<ParSlice>& slices, int& doubled) {
    Volumes volumes;
    std::map<std::pair<VolumeKey, int>, int> seen;
    for (const ParSlice& slice : slices) {
        VolumeKey key = volumeOf(*slice.image);
        const int number = slice.image->whole(ParImage::Slice);
        const int occurrence = seen[{key, number}]++;
        key.push_back(occurrence);
        volumes[key].emplace(number, slice);
    }
    for (auto v = volumes.begin(); v != volumes.end();) {
        VolumeKey firstOfKind = v->first;
        firstOfKind.back() = 0;
        if (v->first.back() > 0 && 2 * v->second.size() <= volumes[firstOfKind].size()) {
            doubled += static_cast<int>(v->second.size());
            v = volumes.erase(v);
        } else
            ++v;
    }
    return volumes;
}

/// Leaves out volumes that lack most slices, and says so; `missing` are those that are announced but not there.
void dropIncomplete(Volumes& volumes, int missing, std::vector<Finding>& findings) {
    std::size_t fullest = 0;
    for (const auto& [key, v] : volumes) fullest = std::max(fullest, v.size());
    const int total = static_cast<int>(volumes.size()) + missing;
    int leftOut = missing, gaps = 0;
    for (auto v = volumes.begin(); v != volumes.end();) {
        if (static_cast<double>(v->second.size()) < keptShare * static_cast<double>(fullest)) {
            v = volumes.erase(v);
            ++leftOut;
            continue;
        }
        gaps += static_cast<int>(fullest - v->second.size());
        ++v;
    }
    if (leftOut > 0)
        findings.push_back(
            {Finding::Severity::Warning, QStringLiteral("incomplete-volume"),
             QCoreApplication::translate(
                 "io", "%1 of %2 volumes lack most of their slices, as when a scan is stopped; they are left out.")
                 .arg(leftOut)
                 .arg(total)});
    if (gaps > 0)
        findings.push_back(
            {Finding::Severity::Warning, QStringLiteral("missing-slice"),
             QCoreApplication::translate("io", "%n slice(s) are missing in some of the volumes. They are shown empty.",
                                         nullptr, gaps)});
}

void fillFourth(const ParHeader& par, const Volumes& volumes, VolumeHeader& header) {
    FourthDimension& fourth = header.fourth;
    std::set<double> inversions, labels, begins, triggers;
    bool diffusion = par.number("Diffusion") != 0;
    for (const auto& [key, v] : volumes) {
        const ParImage& image = *v.begin()->second.image;
        diffusion = diffusion || image.at(ParImage::BValue) > 0;
        inversions.insert(image.at(ParImage::InversionMs));
        labels.insert(image.at(ParImage::Label));
        begins.insert(image.at(ParImage::BeginS));
        triggers.insert(image.at(ParImage::TriggerMs));
    }
    double firstBegin = 0, firstTrigger = 0;
    bool first = true;
    for (const auto& [key, v] : volumes) {
        const ParImage& image = *v.begin()->second.image;
        if (first) {
            firstBegin = image.at(ParImage::BeginS);
            firstTrigger = image.at(ParImage::TriggerMs);
        }
        first = false;
        if (image.at(ParImage::EchoTimeMs) > 0) fourth.echoTimesMs.push_back(image.at(ParImage::EchoTimeMs));
        if (inversions.size() > 1 || *inversions.begin() > 0)
            fourth.inversionTimesMs.push_back(image.at(ParImage::InversionMs));
        if (begins.size() > 1)
            fourth.timesMs.push_back((image.at(ParImage::BeginS) - firstBegin) * 1000);
        else if (triggers.size() > 1)
            fourth.timesMs.push_back(image.at(ParImage::TriggerMs) - firstTrigger);
        if (labels.size() > 1) fourth.labels.push_back(QStringLiteral("type %1").arg(image.at(ParImage::Label)));
        if (!diffusion) continue;
        fourth.bValues.push_back(image.at(ParImage::BValue));
        fourth.bVectors.push_back(unit(WorldVector{image.at(ParImage::Gradient + 2), image.at(ParImage::Gradient),
                                                   image.at(ParImage::Gradient + 1)}));
    }
    if (fourth.echoTimesMs.size() != volumes.size()) fourth.echoTimesMs.clear();
    if (volumes.size() < 2) return;
    if (fourth.timesMs.size() > 1 && std::is_sorted(fourth.timesMs.begin(), fourth.timesMs.end()))
        fourth.stepMs = fourth.timesMs.back() / static_cast<double>(fourth.timesMs.size() - 1);
    else if (par.number("Dynamic scan") != 0)
        fourth.stepMs = header.acquisition.repetitionTimeMs;
}

QString protocolOf(const Acquisition& acquisition, double echoTimeMs, double inversionMs) {
    QLocale plain;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    const auto number = [&](double value) { return plain.toString(value, 'g', 4); };
    QStringList words;
    if (const double tr = acquisition.repetitionTimeMs; tr > 0)
        words << QCoreApplication::translate("io", "TR %1 ms").arg(number(tr));
    if (echoTimeMs > 0) words << QCoreApplication::translate("io", "TE %1 ms").arg(number(echoTimeMs));
    if (inversionMs > 0) words << QCoreApplication::translate("io", "TI %1 ms").arg(number(inversionMs));
    if (const double flip = acquisition.flipAngleDeg; flip > 0)
        words << QCoreApplication::translate("io", "flip %1°").arg(number(flip));
    return words.join(QStringLiteral(" · "));
}

QString componentName(const QString& component) {
    constexpr const char* names[] = {QT_TRANSLATE_NOOP("io", "magnitude"), QT_TRANSLATE_NOOP("io", "phase"),
                                     QT_TRANSLATE_NOOP("io", "real"), QT_TRANSLATE_NOOP("io", "imaginary")};
    for (const char* name : names)
        if (component == QLatin1String(name)) return QCoreApplication::translate("io", name);
    return component;
}

void addWindow(const ParImage& image, VolumeHeader& header) {
    const double width = image.at(ParImage::WindowWidth), rs = image.at(ParImage::RescaleSlope);
    if (!(width > 0) || rs == 0 || header.scalings.empty()) return;
    // The file gives it in displayed values.
    const double toValue = header.scalings.front().slope / rs;
    header.windowPresets.push_back(
        {QCoreApplication::translate("io", "Scanner %1").arg(1),
         (image.at(ParImage::WindowCentre) - image.at(ParImage::RescaleIntercept)) * toValue +
             header.scalings.front().intercept,
         width * std::abs(toValue)});
}

Found foundOf(const ParHeader& par, const std::vector<ParSlice>& slices, bool whole, int missing, const FileHead& rec) {
    Found found;
    VolumeHeader& header = found.header;
    const ParImage& model = *slices.front().image;
    int doubled = 0;
    Volumes volumes = sortVolumes(slices, doubled);
    if (doubled > 0)
        header.findings.push_back(
            {Finding::Severity::Warning, QStringLiteral("duplicate-slice"),
             QCoreApplication::translate(
                 "io", "%n slice(s) are there twice at the same position; the first of each is shown.", nullptr,
                 doubled)});
    std::set<double> dynamics;
    for (const auto& [key, v] : volumes) dynamics.insert(key.front());
    dropIncomplete(volumes, missing * std::max(1, static_cast<int>(volumes.size() / dynamics.size())), header.findings);

    std::vector<const ParImage*> images;
    for (const auto& [key, v] : volumes)
        for (const auto& [number, slice] : v) images.push_back(slice.image);
    const ParGeometry geometry = layOutPar(par, images, whole);
    header.findings.insert(header.findings.end(), geometry.findings.begin(), geometry.findings.end());

    const TypeRow& type = typeOf(model);
    header.format = QStringLiteral("PAR/REC");
    header.series.modality = QStringLiteral("MR");
    header.series.description = protocolOf(par);
    header.series.number = std::clamp(static_cast<int>(std::min(par.number("Acquisition nr"), 1e6)), 0, 1000000) * 100 +
                           std::clamp(static_cast<int>(std::min(par.number("Reconstruction nr"), 99.0)), 0, 99);
    header.size = {model.whole(ParImage::Resolution), model.whole(ParImage::Resolution + 1), geometry.slicesOnGrid};
    header.volumes = static_cast<int>(volumes.size());
    header.voxelToLps = geometry.voxelToLps;
    mendAffine(header, {1, 1, 1});
    header.component = QString::fromLatin1(std::get<8>(groupOf(model, true)) && slices.size() < par.images.size() &&
                                                   model.whole(ParImage::Type) == 0
                                               ? "TRACEW"
                                               : type.component);
    header.acquisition.manufacturer = QStringLiteral("Philips");
    header.acquisition.repetitionTimeMs = par.number("Repetition time");
    header.acquisition.flipAngleDeg = model.at(ParImage::FlipDeg);
    header.series.protocol =
        protocolOf(header.acquisition, model.at(ParImage::EchoTimeMs), model.at(ParImage::InversionMs));
    fillFourth(par, volumes, header);

    auto source = std::make_shared<RecVoxels>();
    source->rec = rec;
    source->type = model.whole(ParImage::Bits) == 8 ? StoredType::UInt8 : StoredType::UInt16;
    header.scalings = scalingsOf(model, type);
    std::size_t v = 0;
    for (const auto& [key, volume] : volumes) {
        for (std::size_t p = 0; p < geometry.slices.size(); ++p) {
            const auto slice = volume.find(geometry.slices[p]);
            if (slice == volume.end()) continue;
            const Scaling own = scalingsOf(*slice->second.image, type).front();
            if (!sameScaling(own, header.scalings.front())) source->scaledToFloat = true;
            source->slices.push_back(
                {slice->second.offset,
                 v * static_cast<std::size_t>(geometry.slicesOnGrid) + static_cast<std::size_t>(geometry.place[p]),
                 own.slope, own.intercept});
        }
        ++v;
    }
    std::sort(source->slices.begin(), source->slices.end(), [](auto& a, auto& b) { return a.offset < b.offset; });
    header.unit = header.scalings.front().unit;
    addWindow(*images[images.size() / 2], header);
    if (source->scaledToFloat) {
        header.type = StoredType::Float32;
        header.scalings.clear(); // no one slope is right for all slices
    } else {
        header.type = source->type;
        header.slope = header.scalings.front().slope;
        header.intercept = header.scalings.front().intercept;
    }
    found.source = source;
    return found;
}

/// Where each image lies in the REC file: at its index, counted in images. Images that are not all there are left out.
std::vector<ParSlice> placeInRec(const ParHeader& par, quint64 recBytes, int& lost) {
    std::vector<ParSlice> slices;
    std::set<quint64> sizes;
    const auto bytesOf = [](const ParImage& image) {
        const int columns = image.whole(ParImage::Resolution), rows = image.whole(ParImage::Resolution + 1),
                  bits = image.whole(ParImage::Bits);
        const bool sane = columns > 0 && columns <= 65536 && rows > 0 && rows <= 65536 && (bits == 8 || bits == 16) &&
                          image.whole(ParImage::Slice) > 0 && image.at(ParImage::Index) >= 0 &&
                          image.at(ParImage::Index) < 1e9;
        return sane ? static_cast<quint64>(columns) * static_cast<quint64>(rows) * static_cast<quint64>(bits / 8) : 0;
    };
    for (const ParImage& image : par.images)
        if (const quint64 bytes = bytesOf(image)) sizes.insert(bytes), slices.push_back({&image, 0});
    if (sizes.size() == 1)
        for (ParSlice& s : slices) s.offset = static_cast<quint64>(s.image->at(ParImage::Index)) * *sizes.begin();
    else { // images of different sizes lie one after the other
        std::stable_sort(slices.begin(), slices.end(), [](const ParSlice& a, const ParSlice& b) {
            return a.image->at(ParImage::Index) < b.image->at(ParImage::Index);
        });
        quint64 next = 0;
        for (ParSlice& s : slices) {
            s.offset = next;
            next += bytesOf(*s.image);
        }
    }
    // Two lines for one image in the file: the first is believed.
    std::set<quint64> used;
    std::erase_if(slices, [&](const ParSlice& s) { return !used.insert(s.offset).second; });
    const auto distinct = slices.size();
    std::erase_if(slices, [&](const ParSlice& s) { return s.offset + bytesOf(*s.image) > recBytes; });
    lost = static_cast<int>(distinct - slices.size());
    return slices;
}

void nameVolumes(const QString& name, std::vector<Found>& all) {
    std::set<QString> components;
    std::set<double> echoes;
    const auto echoOf = [](const Found& f) {
        return f.header.fourth.echoTimesMs.empty() ? 0 : f.header.fourth.echoTimesMs.front();
    };
    for (const Found& f : all) components.insert(f.header.component), echoes.insert(echoOf(f));
    std::map<QString, int> taken;
    for (Found& f : all) {
        QStringList words{name};
        if (components.size() > 1 && !f.header.component.isEmpty()) words << componentName(f.header.component);
        if (echoes.size() > 1)
            words << QCoreApplication::translate("io", "echo %1")
                         .arg(std::distance(echoes.begin(), echoes.find(echoOf(f))) + 1);
        f.header.name = words.join(QLatin1Char(' '));
        if (const int n = ++taken[f.header.name]; n > 1) f.header.name += QStringLiteral(" (%1)").arg(n);
    }
}

} // namespace

bool isParRec(QByteArrayView firstBytes, const QString& name) {
    return looksLikePar(firstBytes) || (name.endsWith(QStringLiteral(".par")) && firstBytes.startsWith('#'));
}

std::shared_ptr<const Part> inspectParRec(const FileHead& head) {
    const ParHeader par = readParHeader(readWhole(head.path, head.gzipped, greatestHeader));
    if (par.version < 3 || par.images.empty())
        throw Error(
            QCoreApplication::translate(
                "io", "%1 is a PAR file without its table of images, or of an unknown version. Copy it again from its "
                      "source.")
                .arg(fileName(head.path)));
    const QString recPath = companionFile(head.path, QFileInfo(head.path).suffix().size() + 1, {".rec", ".rec.gz"});
    if (recPath.isEmpty())
        throw Error(QCoreApplication::translate(
                        "io", "%1 is a header without its voxels: %2 is not beside it. Copy both files.")
                        .arg(fileName(head.path), QFileInfo(head.path).completeBaseName() + QStringLiteral(".REC")));
    const FileHead rec = readHead(recPath);
    const int bits = par.images.front().whole(ParImage::Bits);
    if (bits != 8 && bits != 16)
        throw Error(
            QCoreApplication::translate(
                "io", "%1 stores its voxels with %2 bits, which Neuraxis does not read. Export it with 16 bits.")
                .arg(fileName(head.path))
                .arg(bits));
    int lost = 0;
    const std::vector<ParSlice> slices = placeInRec(par, RandomFile(rec).size(), lost);
    if (slices.empty()) throwTruncated(recPath);

    std::set<std::tuple<int, int>> withDirections; // types and echoes with gradients beside means of all directions
    for (const ParSlice& s : slices)
        if (s.image->at(ParImage::BValue) > 0 && hasGradient(*s.image))
            withDirections.insert({s.image->whole(ParImage::Type), s.image->whole(ParImage::Echo)});
    std::map<GroupKey, std::vector<ParSlice>> groups;
    std::set<double> dynamics;
    std::set<std::pair<int, std::array<double, 3>>> stacks;
    for (const ParSlice& s : slices) {
        const bool directions =
            withDirections.contains({s.image->whole(ParImage::Type), s.image->whole(ParImage::Echo)});
        const GroupKey key = groupOf(*s.image, directions);
        groups[key].push_back(s);
        dynamics.insert(s.image->at(ParImage::Dynamic));
        stacks.insert({std::get<0>(key), std::get<1>(key)});
    }
    const auto promised = static_cast<int>(std::clamp(par.number("Max number of dynamics"), 0.0, 1e6));
    // Dynamics that are announced but not in the table
    const int missing = lost == 0 && !dynamics.empty() ? std::max(0, promised - static_cast<int>(dynamics.size())) : 0;

    std::vector<Found> all;
    for (const auto& [key, group] : groups) {
        Found found = foundOf(par, group, stacks.size() == 1, missing, rec);
        found.files = {head.path, recPath};
        if (lost > 0)
            found.header.findings.push_back(
                {Finding::Severity::Error, QStringLiteral("truncated"),
                 QCoreApplication::translate(
                     "io", "%1 is cut short; what could be read of it is shown. Copy it again from its source.")
                     .arg(fileName(recPath))});
        all.push_back(std::move(found));
    }
    const QString description = protocolOf(par);
    nameVolumes(description.isEmpty() ? baseName(head.path) : description, all);
    auto part = std::make_shared<WholeVolume>();
    part->found = std::move(all.front());
    part->others.assign(std::make_move_iterator(all.begin() + 1), std::make_move_iterator(all.end()));
    return part;
}

} // namespace neuraxis::io

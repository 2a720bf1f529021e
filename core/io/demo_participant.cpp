#include "core/io/demo_participant.h"

#include "core/io/dicom_writer.h"
#include "core/io/packed_file.h"
#include "core/io/parallel.h"
#include "core/io/scan.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace neuraxis::io {

namespace {

constexpr const char* templateFiles[] = {"/usr/share/mricron/templates/ch2.nii.gz",
                                         "/usr/share/mricron/templates/ch2bet.nii.gz",
                                         "/usr/share/mricron/templates/aal.nii.gz"};
constexpr std::array<int, 3> size{256, 256, 176};
constexpr WorldPoint headCentre{0, 18, 18}; ///< In the template, LPS
constexpr double brightness = 11;           ///< Stored units per template unit: white matter near 2000
constexpr double noise = 9;                 ///< Of each of the two receiver channels, stored units

using Rotation = std::array<WorldVector, 3>; ///< Its columns

WorldVector turned(const Rotation& r, const WorldVector& v) { return r[0] * v.x + r[1] * v.y + r[2] * v.z; }

Rotation rotationOf(const DemoVisit& visit) {
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    const double a = radians(visit.pitchDegrees), b = radians(visit.rollDegrees), c = radians(visit.yawDegrees);
    const Rotation x{{{1, 0, 0}, {0, std::cos(a), std::sin(a)}, {0, -std::sin(a), std::cos(a)}}};
    const Rotation y{{{std::cos(b), 0, -std::sin(b)}, {0, 1, 0}, {std::sin(b), 0, std::cos(b)}}};
    const Rotation z{{{std::cos(c), std::sin(c), 0}, {-std::sin(c), std::cos(c), 0}, {0, 0, 1}}};
    Rotation all;
    for (std::size_t i = 0; i < 3; ++i) all[i] = turned(z, turned(y, x[i]));
    return all;
}

/// The slab as a radiographer lays it: sagittal slices square to the head, so oblique to the scanner.
Affine slabOf(const DemoVisit& visit, const Rotation& head) {
    const WorldVector along = turned(head, {0, 1, 0}), down = turned(head, {0, 0, -1}),
                      across = turned(head, {-1, 0, 0});
    const WorldPoint centre = WorldPoint() + visit.shiftMm;
    return {along, down, across,
            centre + along * (-(size[0] - 1) / 2.0) + down * (-(size[1] - 1) / 2.0) + across * (-(size[2] - 1) / 2.0)};
}

/// Where in the template lies what is at a place of the head at this visit.
WorldPoint beforeChanges(const DemoVisit& visit, const WorldPoint& inHead) {
    WorldPoint place = inHead;
    for (const DemoChange& change : visit.changes) {
        const WorldVector away = inHead - change.centreLps;
        const double share = 1 - dot(away, away) / (change.radiusMm * change.radiusMm);
        if (share > 0) place = place + away * (change.shrink * share * share);
    }
    return place;
}

/// The template as a scanner meets it at one visit.
class HeadInScanner {
  public:
    HeadInScanner(const Volume& head, const DemoVisit& visit)
        : visit(visit), lpsToVoxel(head.header().voxelToLps.inverse()), extent(head.header().size),
          voxels(reinterpret_cast<const std::uint8_t*>(head.voxels())) {
        const Rotation turn = rotationOf(visit);
        const std::array<double, 3> centre{headCentre.x, headCentre.y, headCentre.z};
        for (std::size_t i = 0; i < 3; ++i)
            toHead[i] = {turn[i].x, turn[i].y, turn[i].z, centre[i] - dot(turn[i], visit.shiftMm)};
    }

    /// The template's brightness at places in a row, 0 outside it.
    void row(const WorldPoint& first, const WorldVector& step, std::vector<double>& brightness) const {
        const WorldPoint start = toTemplate(first);
        const WorldVector along = toTemplate(first + step) - start;
        const VoxelIndex from = voxelAt(start);
        const VoxelIndex next = voxelAt(start + along);
        const VoxelIndex by{next.i - from.i, next.j - from.j, next.k - from.k};
        const bool doesChange = std::any_of(visit.changes.begin(), visit.changes.end(), [&](const DemoChange& change) {
            const WorldVector away = change.centreLps - start;
            const double nearest = dot(away, along) / dot(along, along);
            const WorldVector off = away + along * -nearest;
            return dot(off, off) < change.radiusMm * change.radiusMm;
        });
        std::fill(brightness.begin(), brightness.end(), 0);
        // Most of a row may lie outside
        double begin = 0, end = static_cast<double>(brightness.size());
        clip(from.i, by.i, extent[0], begin, end);
        clip(from.j, by.j, extent[1], begin, end);
        clip(from.k, by.k, extent[2], begin, end);
        for (double n = std::ceil(begin); n < end; ++n) {
            VoxelIndex at{from.i + by.i * n, from.j + by.j * n, from.k + by.k * n};
            if (doesChange) {
                const WorldPoint place = start + along * n;
                const WorldPoint before = beforeChanges(visit, place);
                if (before != place) at = voxelAt(before);
            }
            brightness[static_cast<std::size_t>(n)] = trilinear(at);
        }
    }

  private:
    using Rows = std::array<std::array<double, 4>, 3>;
    [[nodiscard]] static double along(const std::array<double, 4>& row, const WorldPoint& p) {
        return row[0] * p.x + row[1] * p.y + row[2] * p.z + row[3];
    }
    [[nodiscard]] WorldPoint toTemplate(const WorldPoint& lps) const {
        return {along(toHead[0], lps), along(toHead[1], lps), along(toHead[2], lps)};
    }
    [[nodiscard]] VoxelIndex voxelAt(const WorldPoint& place) const {
        return {along(lpsToVoxel[0], place), along(lpsToVoxel[1], place), along(lpsToVoxel[2], place)};
    }

    /// Leaves of [begin, end) what has from + n * by within a voxel of [0, size).
    static void clip(double from, double by, int size, double& begin, double& end) {
        const double low = -1 - from, high = size - from;
        if (std::abs(by) < 1e-9) {
            if (low > 0 || high < 0) end = begin;
            return;
        }
        begin = std::max(begin, std::min(low / by, high / by));
        end = std::min(end, std::max(low / by, high / by));
    }

    [[nodiscard]] double trilinear(const VoxelIndex& v) const {
        if (!(v.i >= 0 && v.j >= 0 && v.k >= 0) || v.i >= extent[0] - 1 || v.j >= extent[1] - 1 || v.k >= extent[2] - 1)
            return 0;
        const auto i = static_cast<int>(v.i), j = static_cast<int>(v.j), k = static_cast<int>(v.k);
        const std::ptrdiff_t nx = extent[0], nxy = nx * extent[1];
        const auto* p = voxels + i + nx * j + nxy * k;
        const double x = v.i - i, y = v.j - j, z = v.k - k;
        const auto row = [&](const std::uint8_t* q) { return q[0] * (1 - x) + q[1] * x; };
        const auto plane = [&](const std::uint8_t* q) { return row(q) * (1 - y) + row(q + nx) * y; };
        return plane(p) * (1 - z) + plane(p + nxy) * z;
    }

    const DemoVisit& visit;
    Rows toHead;
    Affine::Rows lpsToVoxel;
    std::array<int, 3> extent;
    const std::uint8_t* voxels;
};

/// Two numbers of about normal distribution, always the same for the same voxel.
std::array<double, 2> noiseAt(std::uint64_t voxel) {
    std::uint64_t h = voxel * 0x9e3779b97f4a7c15ULL; // splitmix64
    h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9ULL;
    h = (h ^ (h >> 27)) * 0x94d049bb133111ebULL;
    h ^= h >> 31;
    const auto byte = [&](int i) { return static_cast<double>(h >> (8 * i) & 0xff); };
    constexpr double mean = 4 * 127.5, deviation = 147.8; // of the sum of four bytes
    return {(byte(0) + byte(1) + byte(2) + byte(3) - mean) / deviation,
            (byte(4) + byte(5) + byte(6) + byte(7) - mean) / deviation};
}

/// What the scanner would see of the head at this visit.
std::shared_ptr<const Volume> scanHead(const Volume& head, const DemoVisit& visit, Job& job) {
    const HeadInScanner inScanner(head, visit);
    VolumeHeader header;
    header.size = size;
    header.type = StoredType::UInt16;
    header.voxelToLps = slabOf(visit, rotationOf(visit));
    const auto voxels = allocate(header.bytes(), visit.label);
    const std::uint64_t seed = static_cast<std::uint64_t>(qChecksum((visit.participant + visit.label).toUtf8())) << 32;
    auto* stored = reinterpret_cast<std::uint16_t*>(voxels.get());
    inParallel(size[2], job, [&](int k) {
        auto* to = stored + static_cast<std::size_t>(k) * size[0] * size[1];
        std::vector<double> row(size[0]);
        for (int j = 0; j < size[1]; ++j) {
            const WorldPoint first = header.voxelToLps.toWorld({0, double(j), double(k)});
            inScanner.row(first, header.voxelToLps.toWorld({1, double(j), double(k)}) - first, row);
            for (const double bright : row) {
                const auto [real, imaginary] = noiseAt(seed + static_cast<std::uint64_t>(to - stored));
                const double one = brightness * bright + noise * real, other = noise * imaginary;
                *to++ = static_cast<std::uint16_t>(std::min(4095.0, std::sqrt(one * one + other * other)));
            }
        }
    });
    return std::make_shared<const Volume>(header, voxels);
}

constexpr const char* whatIsKnown =
    "Simulated from a head template; nobody's data. A place t of the template (LPS mm) is seen in a visit's scanner "
    "space at R (u(t) - headCentreLps) + shiftMm, where R's columns are given and u is t moved by the changes: what "
    "lies at u in the head lay in the template at c + (u - c) (1 + shrink (1 - |u - c|^2 / R^2)^2) for a change about "
    "c of radius R. jacobianAtCentre is the volume that is left of tissue there.";

QJsonArray inJson(const WorldVector& v) { return {v.x, v.y, v.z}; }

/// How the head lay and what had changed in it.
QJsonObject inJson(const DemoVisit& visit) {
    const Rotation turn = rotationOf(visit);
    QJsonArray changes;
    for (const DemoChange& change : visit.changes)
        changes.append(QJsonObject{{QStringLiteral("centreLps"), inJson(change.centreLps - WorldPoint())},
                                   {QStringLiteral("radiusMm"), change.radiusMm},
                                   {QStringLiteral("shrink"), change.shrink},
                                   {QStringLiteral("jacobianAtCentre"), std::pow(1 + change.shrink, -3)}});
    return {{QStringLiteral("participant"), visit.participant},
            {QStringLiteral("visit"), visit.label},
            {QStringLiteral("date"), visit.acquired.date().toString(Qt::ISODate)},
            {QStringLiteral("path"), visit.path()},
            {QStringLiteral("subject"), visit.subject()},
            {QStringLiteral("rotationColumns"), QJsonArray{inJson(turn[0]), inJson(turn[1]), inJson(turn[2])}},
            {QStringLiteral("headCentreLps"), inJson(headCentre - WorldPoint())},
            {QStringLiteral("shiftMm"), inJson(visit.shiftMm)},
            {QStringLiteral("changes"), changes}};
}

} // namespace

QString DemoVisit::path() const {
    return QStringLiteral("sub-%1/%2/T1w").arg(QString(participant).remove(u'-'), label);
}

QString DemoVisit::subject() const { return QStringLiteral("%1_%2.long.%1").arg(participant, label); }

WorldPoint DemoVisit::seenAt(const WorldPoint& templateLps) const {
    WorldPoint inHead = templateLps;
    // Changes do not overlap: of each, the distance from its centre is solved by Newton's steps.
    for (const DemoChange& change : changes) {
        const WorldVector away = templateLps - change.centreLps;
        const double from = length(away), radius = change.radiusMm;
        if (from >= radius || from == 0) continue;
        double to = from;
        for (int step = 0; step < 8; ++step) {
            const double share = 1 - to * to / (radius * radius);
            const double error = to * (1 + change.shrink * share * share) - from;
            to -= error / (1 + change.shrink * share * (share - 4 * to * to / (radius * radius)));
        }
        inHead = change.centreLps + away * (to / from);
    }
    return WorldPoint() + turned(rotationOf(*this), inHead - headCentre) + shiftMm;
}

QString DemoVisit::seriesUid() const { return uidFor(QStringLiteral("Neuraxis %1 %2 T1w").arg(participant, label)); }

std::vector<DemoVisit> demoVisits() {
    const auto day = [](int year, int month, int date) {
        return QDateTime(QDate(year, month, date), QTime(10, 4, 30));
    };
    // The hand's part of the motor cortex, left and right
    const auto left = [](double shrink) { return DemoChange{{38, 22, 56}, 18, shrink}; };
    const auto right = [](double shrink) { return DemoChange{{-38, 22, 56}, 18, shrink}; };
    const QString one = QStringLiteral("DEMO-001"), two = QStringLiteral("DEMO-002"),
                  three = QStringLiteral("DEMO-003");
    const QString first = QStringLiteral("ses-1"), second = QStringLiteral("ses-2"), third = QStringLiteral("ses-3");
    return {{one, first, day(2024, 3, 12), 6, -2, 3, {2, -9, 14}, {}},
            {one, second, day(2024, 7, 16), 4, 1, -2, {-1, -6, 12}, {left(0.08)}},
            {one, third, day(2024, 11, 19), 7, -1, 1, {3, -8, 15}, {left(0.16)}},
            {two, first, day(2021, 5, 4), 3, 2, -4, {0, -7, 11}, {}},
            {two, second, day(2023, 6, 1), 5, -1, 2, {1, -9, 13}, {}},
            {three, first, day(2022, 2, 8), 8, 0, -1, {-2, -5, 12}, {}},
            {three, second, day(2023, 2, 21), 5, 1, 3, {2, -8, 10}, {left(0.05), right(0.05)}}};
}

std::shared_ptr<const Volume> readDemoTemplate(DemoTemplate which, Job& job) {
    const QString path = QLatin1String(templateFiles[static_cast<std::size_t>(which)]);
    if (!QFileInfo::exists(path))
        throw Error(QCoreApplication::translate(
                        "io", "The demo's head template %1 is not on this machine. Install the package mricron-data.")
                        .arg(fileName(path)));
    const Scan found = scan({path}, job);
    if (found.found.empty()) throw Error(found.skipped.front().reason);
    if (found.found.front().header.type != StoredType::UInt8)
        throw Error(
            QCoreApplication::translate(
                "io", "The demo's head template %1 is not the one expected. Install the package mricron-data again.")
                .arg(fileName(path)));
    return read(found.found.front(), job);
}

std::shared_ptr<const Volume> conformedHead(const Volume& head, const DemoVisit& visit, Job& job) {
    constexpr int side = 256;
    const HeadInScanner inScanner(head, visit);
    VolumeHeader header;
    header.name = QStringLiteral("orig.mgz");
    header.size = {side, side, side};
    header.type = StoredType::UInt8;
    // Columns to the left, rows down, slices to the front; voxel 128, 128, 128 at the head's centre
    const WorldPoint first = WorldPoint() + visit.shiftMm + WorldVector{-side / 2.0, side / 2.0, side / 2.0};
    header.voxelToLps = {{1, 0, 0}, {0, 0, -1}, {0, -1, 0}, first};
    const auto voxels = allocate(header.bytes(), visit.label);
    auto* stored = reinterpret_cast<std::uint8_t*>(voxels.get());
    inParallel(side, job, [&](int k) {
        auto* to = stored + static_cast<std::size_t>(k) * side * side;
        std::vector<double> row(side);
        for (int j = 0; j < side; ++j) {
            inScanner.row({first.x, first.y - k, first.z - j}, {1, 0, 0}, row);
            for (const double bright : row) *to++ = static_cast<std::uint8_t>(bright + 0.5);
        }
    });
    return std::make_shared<const Volume>(header, voxels);
}

void writeDemo(const QString& folder, const std::vector<DemoVisit>& visits, Job& job, const QJsonObject& alsoKnown) {
    const auto head = readDemoTemplate(DemoTemplate::Head, job);
    QJsonArray told;
    for (const DemoVisit& visit : visits) {
        const QString into = QDir(folder).filePath(visit.path());
        if (!QDir().mkpath(into))
            throw Error(QCoreApplication::translate("io", "The folder %1 cannot be made. Choose another place.")
                            .arg(fileName(folder)));
        MrSeries about;
        about.participant = visit.participant;
        about.studyDescription = QStringLiteral("Demo head, made from a template");
        about.description = QStringLiteral("Simulated T1w 3D sagittal");
        const QString key = QStringLiteral("Neuraxis %1 %2").arg(visit.participant, visit.label);
        about.studyUid = uidFor(key + QStringLiteral(" study"));
        about.seriesUid = visit.seriesUid();
        about.frameOfReferenceUid = uidFor(key + QStringLiteral(" frame"));
        about.acquired = visit.acquired;
        about.number = 301;
        about.repetitionTimeMs = 6.5;
        about.echoTimeMs = 2.9;
        about.inversionTimeMs = 900;
        about.flipDegrees = 9;
        about.windowCentre = 1000;
        about.windowWidth = 2000;
        writeMrSeries(*scanHead(*head, visit, job), about, into, job);
        told.append(inJson(visit));
    }
    QJsonObject known = alsoKnown;
    known[QStringLiteral("what")] = QLatin1String(whatIsKnown);
    known[QStringLiteral("template")] = fileName(QLatin1String(templateFiles[0]));
    known[QStringLiteral("visits")] = told;
    writeWhole(QDir(folder).filePath(QStringLiteral("known_changes.json")), QJsonDocument(known).toJson());
}

} // namespace neuraxis::io

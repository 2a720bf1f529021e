// What changed between visits, measured on what is known: bench_change DEMO [LONG_MS]. DEMO is what `neuraxis demo` made,
// LONG_MS the sample set of that name.

#include "core/analysis/brain_mask.h"
#include "core/analysis/difference_map.h"
#include "core/analysis/jacobian_map.h"
#include "core/io/demo_participant.h"
#include "core/io/scan.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

using namespace neuraxis;

namespace {

constexpr WorldPoint headCentre{0, 18, 18}; ///< As known_changes.json has it

std::shared_ptr<const Volume> readVolume(const QString& path) {
    io::Job job;
    return io::read(io::scan({path}, job).found.at(0), job);
}

/// The template's space to a visit's, without its changes.
WorldTransform headIn(const io::DemoVisit& visit) {
    io::DemoVisit still = visit;
    still.changes.clear();
    const WorldPoint origin = still.seenAt(headCentre);
    const auto axis = [&](const WorldVector& v) { return still.seenAt(headCentre + v) - origin; };
    const WorldVector x = axis({1, 0, 0}), y = axis({0, 1, 0}), z = axis({0, 0, 1});
    return WorldTransform(Affine(x, y, z, origin + x * -headCentre.x + y * -headCentre.y + z * -headCentre.z).rows());
}

double peakMb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

AlignedVisit demoVisit(const QString& demo, const io::DemoVisit& visit) {
    AlignedVisit aligned{readVolume(demo + u'/' + visit.path()), headIn(visit), nullptr};
    aligned.brain = brainMask(*aligned.image);
    return aligned;
}

WorldTransform publishedTransform(const QString& path) {
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) std::abort();
    std::vector<double> p, centre;
    for (const QByteArray& line : file.readAll().split('\n')) {
        auto& to = line.startsWith("Parameters:") ? p : centre;
        if (line.startsWith("Parameters:") || line.startsWith("FixedParameters:"))
            for (const QByteArray& word : line.mid(line.indexOf(':') + 1).trimmed().split(' '))
                to.push_back(word.toDouble());
    }
    WorldTransform::Rows rows{};
    for (std::size_t i = 0; i < 3; ++i) {
        rows[i][3] = p[9 + i] + centre[i];
        for (std::size_t j = 0; j < 3; ++j) {
            rows[i][j] = p[3 * i + j];
            rows[i][3] -= p[3 * i + j] * centre[j];
        }
    }
    rows[3] = {0, 0, 0, 1};
    return WorldTransform(rows);
}

double dice(const Volume& changed, const Volume& truth) {
    const VolumeHeader& grid = changed.header();
    const double voxelMm3 = std::abs(grid.voxelToLps.determinant());
    double both = 0, found = 0, real = 0;
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                const VoxelIndex v{double(i), double(j), double(k)};
                const bool a = changed.value(v) != 0;
                const bool b = truth.value(truth.header().voxelToLps.toVoxel(grid.voxelToLps.toWorld(v))) > 0.5;
                both += a && b;
                found += a;
                real += b;
            }
    std::printf("   found %.0f mm3, expert %.0f, both %.0f: ", found * voxelMm3, real * voxelMm3, both * voxelMm3);
    return 2 * both / (found + real);
}

std::shared_ptr<const Volume> moved(const Volume& volume, const WorldTransform& by) {
    VolumeHeader header = volume.header();
    header.voxelToLps = by * header.voxelToLps;
    std::shared_ptr<std::byte[]> bytes(new std::byte[header.bytes()]);
    std::memcpy(bytes.get(), volume.voxels(), header.bytes());
    return std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(bytes, bytes.get()));
}

void say(const QStringList& sentences) {
    for (const QString& s : sentences) std::printf("   %s\n", qPrintable(s));
}

void difference(const char* name, const AlignedVisit& a, const AlignedVisit& b) {
    QElapsedTimer timer;
    timer.start();
    const DifferenceMap map = differenceMap(a, b);
    std::printf("difference %s: %.2f s, peak %.0f MB; above %.2f %%, brighter %.0f mm3, darker %.0f mm3, r %.3f\n",
                name, double(timer.elapsed()) / 1000, peakMb(), 100 * map.shareAbove, map.brighterMm3, map.darkerMm3,
                map.match.correlation);
    say(map.inWords());
}

/// How many times as large what lies at a place of the head was at the first visit, by the demo's formula.
double volumeBefore(const io::DemoVisit& visit, const WorldPoint& inHead) {
    double volume = 1;
    for (const io::DemoChange& change : visit.changes) {
        const double r = length(inHead - change.centreLps), t = r * r / (change.radiusMm * change.radiusMm);
        if (t >= 1) continue;
        const double out = 1 + change.shrink * (1 - t) * (1 - t);
        volume *= (1 + change.shrink * (1 - t) * (1 - 5 * t)) * out * out;
    }
    return volume;
}

/// Where in the head of the later visit is what lies halfway between there and where it was without the changes.
WorldPoint fromMiddle(const io::DemoVisit& visit, const WorldPoint& middle) {
    WorldPoint now = middle;
    for (const io::DemoChange& change : visit.changes)
        for (int step = 0; step < 20; ++step) {
            const WorldVector away = now - change.centreLps;
            const double left = 1 - dot(away, away) / (change.radiusMm * change.radiusMm);
            if (left > 0) now = middle + away * (-change.shrink * left * left / 2);
        }
    return now;
}

void jacobian(const AlignedVisit& a, const AlignedVisit& b, const io::DemoVisit& first, const io::DemoVisit& second) {
    QElapsedTimer timer;
    timer.start();
    const JacobianMap map = jacobianMap(a, b);
    std::printf("log-Jacobian %s: %.1f s, peak %.0f MB, above %.2f %%\n", qPrintable(second.participant),
                double(timer.elapsed()) / 1000, peakMb(), 100 * map.shareAbove);
    say(map.inWords());
    const VolumeHeader& grid = map.logJacobian->header();
    std::vector<float> values(grid.voxelsPerVolume());
    std::memcpy(values.data(), map.logJacobian->voxels(), grid.bytes());
    std::vector<float> sizes;
    for (float v : values)
        if (std::isfinite(v)) sizes.push_back(std::abs(v));
    std::sort(sizes.begin(), sizes.end());
    std::printf("   |log| 50 %% %.4f, 95 %% %.4f, 99 %% %.4f\n", sizes[sizes.size() / 2],
                sizes[sizes.size() * 95 / 100], sizes[sizes.size() * 99 / 100]);
    for (const io::DemoChange& change : second.changes) {
        double found = 0, real = 0, foundLog = 0, realLog = 0, n = 0, least = 0;
        WorldPoint peak;
        for (int k = 0; k < grid.size[2]; ++k)
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i) {
                    const VoxelIndex v{double(i), double(j), double(k)};
                    const WorldPoint p = grid.voxelToLps.toWorld(v);
                    const double value = map.logJacobian->value(v);
                    if (!std::isfinite(value)) continue;
                    if (value < least && length(p - change.centreLps) < 30) {
                        least = value;
                        peak = p;
                    }
                    // Half the way between where it was and where it is
                    const WorldPoint now = fromMiddle(second, p);
                    const double before = volumeBefore(second, now) / volumeBefore(first, now);
                    if (before <= 1 || length(p - change.centreLps) > 0.65 * change.radiusMm) continue;
                    ++n;
                    foundLog += value;
                    realLog -= std::log(before);
                    found += std::exp(value) - 1;
                    real += 1 / before - 1;
                }
        const double voxel = std::abs(grid.voxelToLps.determinant());
        const VoxelIndex c = grid.voxelToLps.toVoxel(change.centreLps);
        std::printf("   inner ball %.0f mm3: log %.4f, truth %.4f (%.1f %%); volume %.1f mm3, truth %.1f (%.1f %%); "
                    "centre %.3f truth %.3f; peak %.3f, %.1f mm off\n",
                    n * voxel, foundLog / n, realLog / n, 100 * foundLog / realLog, found * voxel, real * voxel,
                    100 * found / real, map.logJacobian->value(c), -std::log(volumeBefore(second, change.centreLps)),
                    least, length(peak - change.centreLps));
    }
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 1) {
        std::vector<io::DemoVisit> visits = io::demoVisits();
        const auto pair = [&](std::size_t a, std::size_t b) {
            const AlignedVisit first = demoVisit(arguments[1], visits[a]), second = demoVisit(arguments[1], visits[b]);
            difference(qPrintable(visits[a].participant), first, second);
            jacobian(first, second, visits[a], visits[b]);
        };
        pair(0, 2);
        pair(5, 6);
        pair(3, 4);
    }
    if (arguments.size() > 2) {
        const QString raw = arguments[2] + QStringLiteral("/raw/patient01/");
        const QString common = arguments[2] + QStringLiteral("/coregistered/patient01/");
        const auto brain = readVolume(common + QStringLiteral("brainmask.nii.gz"));
        const auto truth = readVolume(common + QStringLiteral("gt.nii.gz"));
        std::array<AlignedVisit, 3> aligned, still, crossed;
        aligned[2].image = truth;
        for (int v = 0; v < 2; ++v) {
            const QString name = raw + QStringLiteral("study%1_").arg(v + 1);
            const WorldTransform to = publishedTransform(name + QStringLiteral("FLAIR_to_common_space.txt"));
            aligned[v] = {readVolume(name + QStringLiteral("FLAIR.nii.gz")), to, moved(*brain, to)};
            still[v] = {aligned[v].image, WorldTransform(), brain};
            if (v == 0) still[2].image = moved(*truth, to);
            crossed[v] = {v ? readVolume(name + QStringLiteral("T1W.nii.gz")) : aligned[0].image, to, aligned[v].brain};
        }
        for (const auto& pair : {aligned, still}) {
            difference(pair[0].fromMidway == WorldTransform() ? "MS not aligned" : "MS aligned", pair[0], pair[1]);
            const DifferenceMap map = differenceMap(pair[0], pair[1]);
            std::printf("   Dice %.3f\n", dice(*map.changed, *pair[2].image));
        }
        difference("MS FLAIR and T1", crossed[0], crossed[1]);
    }
}

// What changed between visits, measured on what is known: bench_change DEMO [LONG_MS]. DEMO is what `neuraxis demo` made,
// LONG_MS the sample set of that name.

#include "core/analysis/brain_mask.h"
#include "core/analysis/difference_map.h"
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

double dice(const Volume& changed, const Volume& truth, double voxelMm3) {
    const VolumeHeader& grid = changed.header();
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
        };
        pair(0, 2);
        pair(3, 4);
        pair(5, 6);
    }
    if (arguments.size() > 2) {
        const QString raw = arguments[2] + QStringLiteral("/raw/patient01/");
        const QString common = arguments[2] + QStringLiteral("/coregistered/patient01/");
        const auto brain = readVolume(common + QStringLiteral("brainmask.nii.gz"));
        const auto truth = readVolume(common + QStringLiteral("gt.nii.gz"));
        std::array<AlignedVisit, 2> aligned, still, crossed;
        for (int v = 0; v < 2; ++v) {
            const QString name = raw + QStringLiteral("study%1_").arg(v + 1);
            const WorldTransform to = publishedTransform(name + QStringLiteral("FLAIR_to_common_space.txt"));
            aligned[v] = {readVolume(name + QStringLiteral("FLAIR.nii.gz")), to, moved(*brain, to)};
            still[v] = {aligned[v].image, WorldTransform(), brain};
            crossed[v] = {v ? readVolume(name + QStringLiteral("T1W.nii.gz")) : aligned[0].image, to, aligned[v].brain};
        }
        for (const auto& pair : {aligned, still}) {
            difference(pair[0].fromMidway == WorldTransform() ? "MS not aligned" : "MS aligned", pair[0], pair[1]);
            for (const double threshold : {2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0})
                for (const double blurMm : {0.5, 1.0, 1.5}) {
                    DifferenceOptions options;
                    options.threshold = threshold;
                    options.blurMm = blurMm;
                    const DifferenceMap map = differenceMap(pair[0], pair[1], options);
                    if (!map.changed) continue;
                std::printf(" threshold %.1f blur %.1f above %.2f %%: ", threshold, blurMm, 100 * map.shareAbove);
                    std::printf("Dice %.3f\n", dice(*map.changed, *truth, 1));
                }
        }
        difference("MS FLAIR and T1", crossed[0], crossed[1]);
    }
}

// Rigid alignment: random cases with their errors, then time and error beside elastix, where it is installed.
//   bench_alignment [CASES]
// Each case is the packaged head template (mricron-data) and the same moved by up to 30 degrees and 40 mm, with noise,
// another contrast, shading, half the slices or a cropped view; a case is told by its number alone. Exits 1 when fewer
// than 95 of 100 are within 0.2 mm (the mean over the brain) and 0.2 degrees, when one is wrong and called good, or
// when elastix is faster or nearer.

#include "../moved_head.h"
#include "core/analysis/visit_alignment.h"
#include "core/io/write.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cstdio>

using namespace neuraxis;

namespace {

constexpr double limitMm = 0.2, limitDegrees = 0.2, leastShare = 0.95;
constexpr int pairs = 5;

const char* word(AlignmentVerdict verdict) {
    return verdict == AlignmentVerdict::Good ? "good" : verdict == AlignmentVerdict::Doubtful ? "doubtful" : "failed";
}

bool randomCases(const Volume& head, int cases) {
    const test::CubicHead cubic(head);
    const WorldPoint middle = head.header().centreLps();
    int within = 0, silent = 0;
    double sumMm = 0, worstMm = 0, worstDegrees = 0, sumMs = 0;
    std::printf("case  mean mm  most mm  degrees  residual mm  verdict      ms\n");
    for (int number = 0; number < cases; ++number) {
        const test::MovedCase made = test::randomCase(static_cast<unsigned>(number), cubic, head.header());
        QElapsedTimer timer;
        timer.start();
        const auto found = alignPair(head, *made.second, AlignmentKind::Rigid);
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        const test::Misses far = test::misses(found->secondOfFirst, made.secondOfFirst, middle);
        const bool right = far.meanMm <= limitMm && far.degrees <= limitDegrees;
        within += right;
        silent += !right && found->verdict == AlignmentVerdict::Good;
        sumMs += ms;
        sumMm += far.meanMm;
        worstMm = std::max(worstMm, far.meanMm);
        worstDegrees = std::max(worstDegrees, far.degrees);
        std::printf("%4d  %7.3f  %7.3f  %7.3f  %11.2f  %-8s  %6.0f  %s%s\n", number, far.meanMm, far.mostMm,
                    far.degrees, found->residualMm, word(found->verdict), ms, qPrintable(made.words),
                    right ? "" : "  WRONG");
        std::fflush(stdout);
    }
    std::printf(
        "%d of %d within %.1f mm and %.1f degrees; mean %.3f mm, worst %.3f mm and %.3f degrees; %d wrong and called "
        "good; %.0f ms each\n\n",
        within, cases, limitMm, limitDegrees, sumMm / cases, worstMm, worstDegrees, silent, sumMs / cases);
    return within >= leastShare * cases && silent == 0;
}

/// The usual settings for a rigid alignment of two heads.
const char* const parameters = R"((FixedInternalImagePixelType "float")
(MovingInternalImagePixelType "float")
(UseDirectionCosines "true")
(Registration "MultiResolutionRegistration")
(FixedImagePyramid "FixedRecursiveImagePyramid")
(MovingImagePyramid "MovingRecursiveImagePyramid")
(Interpolator "LinearInterpolator")
(ResampleInterpolator "FinalBSplineInterpolator")
(Resampler "DefaultResampler")
(Optimizer "AdaptiveStochasticGradientDescent")
(Transform "EulerTransform")
(Metric "AdvancedMattesMutualInformation")
(AutomaticScalesEstimation "true")
(AutomaticTransformInitialization "true")
(AutomaticTransformInitializationMethod "CenterOfGravity")
(NumberOfHistogramBins 32)
(NumberOfResolutions 4)
(MaximumNumberOfIterations 250)
(NumberOfSpatialSamples 2048)
(NewSamplesEveryIteration "true")
(ImageSampler "Random")
(FinalBSplineInterpolationOrder 3)
(WriteResultImage "false")
)";

std::vector<double> numbersOf(const QString& text, const QString& key) {
    const auto match = QRegularExpression(QStringLiteral("\\(%1 ([^)]*)\\)").arg(key)).match(text);
    std::vector<double> numbers;
    for (const QString& number : match.captured(1).split(u' ', Qt::SkipEmptyParts))
        numbers.push_back(number.toDouble());
    return numbers;
}

/// What elastix wrote: angles about x, y and z (turned about y, then x, then z), a shift, and the centre.
std::optional<WorldTransform> euler(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString text = QString::fromUtf8(file.readAll());
    const auto p = numbersOf(text, QStringLiteral("TransformParameters"));
    const auto c = numbersOf(text, QStringLiteral("CenterOfRotationPoint"));
    if (p.size() != 6 || c.size() != 3) return {};
    const WorldPoint centre{c[0], c[1], c[2]};
    const auto turn = [&](const WorldVector& by) { return WorldTransform::rigid(by, {}, centre); };
    return WorldTransform::rigid({}, {p[3], p[4], p[5]}) * turn({0, 0, p[2]}) * turn({p[0], 0, 0}) * turn({0, p[1], 0});
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::shared_ptr<const Volume> readImage(const QString& path) {
    io::Job job;
    return io::read(io::scan({path}, job).found.at(0), job);
}

bool besideElastix(const Volume& head) {
    const QString elastix = QStandardPaths::findExecutable(QStringLiteral("elastix"));
    if (elastix.isEmpty()) {
        std::printf("elastix is not installed: nothing to compare with\n");
        return true;
    }
    const QTemporaryDir folder;
    const test::CubicHead cubic(head);
    const WorldPoint middle = head.header().centreLps();
    const Affine grid({1, 0, 0}, {0, 1, 0}, {0, 0, 1}, middle + WorldVector{-127.5, -127.5, -127.5});
    const WorldTransform truth =
        WorldTransform::rigid(unit({1, 2, 3}) * (13 * std::numbers::pi / 180), {8, -5, 6}, middle);
    test::Look look;
    look.noise = 3;
    const auto first = test::movedHead(cubic, {}, {256, 256, 256}, grid, look);
    look.seed = 2;
    const auto second = test::movedHead(cubic, truth, {256, 256, 256}, grid, look);
    const QString fixed = folder.filePath(QStringLiteral("first.nii")),
                  moving = folder.filePath(QStringLiteral("second.nii"));
    io::Job job;
    io::write(*first, fixed, job);
    io::write(*second, moving, job);
    QFile settings(folder.filePath(QStringLiteral("euler.txt")));
    if (!settings.open(QIODevice::WriteOnly)) return false;
    settings.write(parameters);
    settings.close();

    std::vector<double> ours, theirs, ratios, oursMm, theirsMm;
    for (int pair = 0; pair < pairs; ++pair) {
        QElapsedTimer timer;
        timer.start();
        const auto found = alignPair(*readImage(fixed), *readImage(moving), AlignmentKind::Rigid);
        ours.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        oursMm.push_back(test::misses(found->secondOfFirst, truth, middle).meanMm);
        timer.start();
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(elastix, {QStringLiteral("-f"), fixed, QStringLiteral("-m"), moving, QStringLiteral("-p"),
                                settings.fileName(), QStringLiteral("-out"), folder.path()});
        process.waitForFinished(-1);
        theirs.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        const auto other = euler(folder.filePath(QStringLiteral("TransformParameters.0.txt")));
        if (!other) {
            std::printf("elastix wrote no transform\n");
            return false;
        }
        theirsMm.push_back(test::misses(*other, truth, middle).meanMm);
        ratios.push_back(ours.back() / theirs.back());
    }
    const bool met = median(ratios) <= 1 && median(oursMm) <= median(theirsMm);
    std::printf(
        "two heads of 256 x 256 x 256, read and aligned, %d pairs, medians: %.0f ms, elastix %.0f ms, ratio %.2f; "
        "error %.3f mm, elastix %.3f mm%s\n",
        pairs, median(ours), median(theirs), median(ratios), median(oursMm), median(theirsMm), met ? "" : "  ABOVE");
    return met;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const int cases = argc > 1 ? std::atoi(argv[1]) : 20;
    const auto head = test::templateHead();
    if (!head) {
        std::printf("mricron-data is not installed: there is no head to move\n");
        return 0;
    }
    bool met = cases <= 0 || randomCases(*head, cases);
    met = besideElastix(*head) && met;
    return met ? 0 : 1;
}

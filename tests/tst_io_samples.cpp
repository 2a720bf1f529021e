#include "core/io/scan.h"
#include "core/io/voxel_cast.h"
#include "tests/sample_data.h"
#include "tests/test_main.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <set>

using namespace neuraxis;

namespace {

QJsonObject jsonFile(const QString& path) {
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

Affine::Rows rasOf(const QJsonObject& reference) {
    Affine::Rows rows{};
    const QJsonArray affine = reference[QStringLiteral("affine")].toArray();
    for (int r = 0; r < 4; ++r)
        for (int c = 0; c < 4; ++c) rows[r][c] = affine[r].toArray()[c].toDouble();
    return rows;
}

/// Which of our grid's axes, and in which sense, each axis of another grid is.
struct AxisMap {
    int axis[3] = {0, 1, 2};
    bool flipped[3] = {};
    bool exact = false;
};

AxisMap mapAxes(const Affine& ours, const Affine& theirs) {
    AxisMap map;
    map.exact = true;
    const auto voxelOf = [&](double i, double j, double k) { return ours.toVoxel(theirs.toWorld({i, j, k})); };
    const VoxelIndex zero = voxelOf(0, 0, 0);
    for (int c = 0; c < 3; ++c) {
        const VoxelIndex one = voxelOf(c == 0, c == 1, c == 2);
        const double step[] = {one.i - zero.i, one.j - zero.j, one.k - zero.k};
        for (int a = 0; a < 3; ++a)
            if (std::abs(step[a]) > std::abs(step[map.axis[c]])) map.axis[c] = a;
        map.flipped[c] = step[map.axis[c]] < 0;
        for (int a = 0; a < 3; ++a)
            if (std::abs(std::abs(step[a]) - (a == map.axis[c])) > 0.02) map.exact = false;
    }
    return map;
}

/// Our voxels, as stored, in the other grid's order of axes.
QByteArray reordered(const Volume& volume, const AxisMap& map) {
    const VolumeHeader& h = volume.header();
    const std::size_t width = bytesPerVoxel(h.type);
    QByteArray out(static_cast<qsizetype>(h.bytes()), Qt::Uninitialized);
    char* to = out.data();
    const std::size_t strides[] = {1, static_cast<std::size_t>(h.size[0]),
                                   static_cast<std::size_t>(h.size[0]) * static_cast<std::size_t>(h.size[1])};
    const auto offset = [&](int c, int i) {
        const auto axis = static_cast<std::size_t>(map.axis[c]);
        return strides[axis] * static_cast<std::size_t>(map.flipped[c] ? h.size[axis] - 1 - i : i);
    };
    const auto n = [&](int c) { return h.size[static_cast<std::size_t>(map.axis[c])]; };
    for (int v = 0; v < h.volumes; ++v)
        for (int k = 0; k < n(2); ++k)
            for (int j = 0; j < n(1); ++j)
                for (int i = 0; i < n(0); ++i, to += width)
                    std::memcpy(to, volume.voxels(v) + (offset(0, i) + offset(1, j) + offset(2, k)) * width, width);
    return out;
}

QByteArray sha(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

/// The greatest difference between the affine we have in the other order of axes, and the other one.
double affineDifference(const VolumeHeader& h, const AxisMap& map, const Affine::Rows& ras) {
    VoxelIndex first;
    double* parts[] = {&first.i, &first.j, &first.k};
    WorldVector steps[3];
    for (int c = 0; c < 3; ++c) {
        if (map.flipped[c]) *parts[map.axis[c]] = h.size[static_cast<std::size_t>(map.axis[c])] - 1;
        steps[c] = h.voxelToLps.step(map.axis[c]) * (map.flipped[c] ? -1 : 1);
    }
    const Affine turned(steps[0], steps[1], steps[2], h.voxelToLps.toWorld(first));
    double worst = 0;
    for (int r = 0; r < 3; ++r)
        for (int c = 0; c < 4; ++c) worst = std::max(worst, std::abs(turned.ras()[r][c] - ras[r][c]));
    return worst;
}

} // namespace

/// Real scanner exports against what dcm2niix and nibabel make of them.
class SamplesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void agreesWithDcm2niix_data();
    void agreesWithDcm2niix();
    void nineSyntaxesAreOne();
    void classicAndEnhancedAgree();
    void holdsThePublishedSums();
    void fortyEightOrdersAreOne();
    void agreesWithNibabel();
    void opensOrSaysWhyNot_data();
    void opensOrSaysWhyNot();
};

void SamplesTest::agreesWithDcm2niix_data() {
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("prefix");
    const auto row = [](const char* set, const char* folder) {
        QTest::addRow("%s/%s", set, folder)
            << QString::fromLatin1(set) << QString::fromLatin1(folder)
            << QStringLiteral("dcm2niix_1.0.20220720:%1/").arg(QString::fromLatin1(folder));
    };
    row("dcm_philips_t1_classic", "dicom");
    row("dcm_siemens_xa30_enhanced", "dicom");
    row("dcm_philips_fmap_classic_vs_enhanced", "classic");
    row("dcm_philips_fmap_classic_vs_enhanced", "enhanced");
    row("dcm_enhanced_small", "dicom");
    row("dcm_siemens_vb_mosaic_orient", "dicom");
    row("dcm_siemens_e11_dwi_mosaic", "dicom");
}

/// The greatest difference between directions in the patient, b = 0 left out; opposite ones mean the same.
static double directionDifference(const VolumeHeader& h, const QJsonArray& bvec, const QJsonArray& bval,
                                  const Affine& theirs) {
    double worst = 0;
    for (int v = 0; v < h.volumes; ++v) {
        if (bval.at(v).toDouble() == 0) continue;
        WorldVector g;
        for (int axis = 0; axis < 3; ++axis) {
            const double part = bvec.at(axis).toArray().at(v).toDouble();
            // FSL's convention: the first axis of a right-handed grid is reversed
            g = g + unit(theirs.step(axis)) * (axis == 0 && theirs.determinant() > 0 ? -part : part);
        }
        const WorldVector& ours = h.fourth.bVectors[static_cast<std::size_t>(v)];
        worst = std::max(worst, std::min(length(ours + -g), length(ours + g)));
    }
    return worst;
}

/// One row of the table: what of a series differs from dcm2niix's, or that nothing has its voxels.
void SamplesTest::agreesWithDcm2niix() {
    QFETCH(QString, set);
    QFETCH(QString, folder);
    QFETCH(QString, prefix);
    NEURAXIS_SAMPLE_SET(root, set);
    io::Job job;
    const io::Scan scan = io::scan({root + u'/' + folder}, job);
    std::vector<std::shared_ptr<const Volume>> volumes;
    for (const io::Found& found : scan.found) volumes.push_back(io::read(found, job));

    const QJsonObject all = jsonFile(root + QStringLiteral("/ref_local.json"));
    std::set<std::size_t> matched;
    int compared = 0;
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!it.key().startsWith(prefix)) continue;
        const QJsonObject reference = it.value().toObject();
        const Affine theirs = Affine::fromRas(rasOf(reference));
        const QByteArray wanted = reference[QStringLiteral("sha256_stored_voxels_x_fastest")].toString().toLatin1();
        const QString name = it.key().mid(prefix.size());
        std::size_t own = volumes.size();
        AxisMap map;
        for (std::size_t i = 0; i < volumes.size() && own == volumes.size(); ++i) {
            map = mapAxes(volumes[i]->header().voxelToLps, theirs);
            // uint16 voxels that fit int16, as dcm2niix stores them, have the same bytes.
            if (map.exact && sha(reordered(*volumes[i], map)) == wanted) own = i;
        }
        QVERIFY2(own < volumes.size(), qPrintable(QStringLiteral("no volume has the voxels of ") + name));
        matched.insert(own);
        const VolumeHeader& h = volumes[own]->header();
        const double offMm = affineDifference(h, map, rasOf(reference));
        QVERIFY2(offMm < 1e-3, qPrintable(name));
        const double slope = h.slope / reference[QStringLiteral("slope")].toDouble() - 1;
        // Phase: dcm2niix takes Philips' rounded real-world slope, this program the precise one (domain.md 2.3).
        QVERIFY2(h.type == StoredType::Rgb24 || std::abs(slope) < 1e-4, qPrintable(name));
        const QJsonArray zooms = reference[QStringLiteral("zooms")].toArray();
        if (zooms.size() > 3)
            QVERIFY2(std::abs(h.fourth.stepMs / 1000 - zooms.at(3).toDouble()) < 1e-4, qPrintable(name));
        QString directions = QStringLiteral("-");
        const QJsonArray bval = reference[QStringLiteral("bval")].toArray().at(0).toArray();
        if (!bval.isEmpty()) {
            QCOMPARE(h.fourth.bValues.size(), static_cast<std::size_t>(bval.size()));
            for (int v = 0; v < bval.size(); ++v)
                QCOMPARE(h.fourth.bValues[static_cast<std::size_t>(v)], bval.at(v).toDouble());
            const double off = directionDifference(h, reference[QStringLiteral("bvec")].toArray(), bval, theirs);
            QVERIFY2(off < 1e-5, qPrintable(name));
            directions = QStringLiteral("%1 b-values equal, directions off by %2").arg(bval.size()).arg(off, 0, 'e', 1);
        }
        std::printf("  %-38s %-42s voxels equal  affine %.0e mm  slope %.0e  %s\n", qPrintable(set), qPrintable(name),
                    offMm, std::abs(slope), qPrintable(directions));
        ++compared;
    }
    QVERIFY(compared > 0);
    // Each series once, and none besides
    const auto scanned = std::count_if(volumes.begin(), volumes.end(), [](const auto& volume) {
        return volume->header().format == QStringLiteral("DICOM");
    });
    QCOMPARE(static_cast<std::ptrdiff_t>(matched.size()), scanned);
}

void SamplesTest::nineSyntaxesAreOne() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("ts_siemens_head_9syntaxes"));
    const QByteArray wanted = jsonFile(root + QStringLiteral("/ref_local.json"))[QStringLiteral("upstream_ref:1.nii")]
                                  .toObject()[QStringLiteral("sha256_stored_voxels_x_fastest")]
                                  .toString()
                                  .toLatin1();
    const Affine::Rows ras =
        rasOf(jsonFile(root + QStringLiteral("/ref_local.json"))[QStringLiteral("upstream_ref:1.nii")].toObject());
    for (int i = 1; i <= 9; ++i) {
        io::Job job;
        const io::Scan scan = io::scan({root + QStringLiteral("/dicom/%1.dcm").arg(i)}, job);
        QCOMPARE(scan.found.size(), std::size_t(1));
        const auto volume = io::read(scan.found[0], job);
        QCOMPARE(sha(reordered(*volume, mapAxes(volume->header().voxelToLps, Affine::fromRas(ras)))), wanted);
    }
}

void SamplesTest::classicAndEnhancedAgree() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("dcm_philips_fmap_classic_vs_enhanced"));
    std::map<QString, QByteArray> voxels;
    std::map<QString, Affine> affines;
    for (const char* folder : {"/classic", "/enhanced"}) {
        io::Job job;
        const io::Scan scan = io::scan({root + QLatin1String(folder)}, job);
        QCOMPARE(scan.found.size(), std::size_t(4));
        for (const io::Found& found : scan.found) {
            const auto volume = io::read(found, job);
            const QByteArray hash = sha(reordered(*volume, AxisMap()));
            const QString& name = found.header.name;
            if (!voxels.count(name)) voxels[name] = hash, affines[name] = found.header.voxelToLps;
            QCOMPARE(hash, voxels[name]);
            for (int r = 0; r < 3; ++r)
                for (int c = 0; c < 4; ++c)
                    QVERIFY(std::abs(affines[name].rows()[r][c] - found.header.voxelToLps.rows()[r][c]) < 1e-4);
        }
    }
    QCOMPARE(voxels.size(), std::size_t(4));
}

/// Sums of stored values, ranges and the grid as published for these scans (domain.md 6 B 11, 12 and 16).
void SamplesTest::holdsThePublishedSums() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("dcm_philips_fmap_classic_vs_enhanced"));
    const std::map<std::pair<QString, double>, double> sums{{{QStringLiteral("magnitude"), 2.3}, 97044544},
                                                            {{QStringLiteral("magnitude"), 4.6}, 80225903},
                                                            {{QStringLiteral("phase"), 2.3}, 241952344},
                                                            {{QStringLiteral("phase"), 4.6}, 262066230}};
    for (const char* folder : {"/classic", "/enhanced"}) {
        io::Job job;
        const io::Scan scan = io::scan({root + QLatin1String(folder)}, job);
        QCOMPARE(scan.found.size(), sums.size());
        for (const io::Found& found : scan.found) {
            const auto volume = io::read(found, job);
            const VolumeHeader& h = volume->header();
            const auto* stored = reinterpret_cast<const quint16*>(volume->voxels());
            double sum = 0;
            for (std::size_t i = 0; i < h.voxelsPerVolume(); ++i) sum += stored[i];
            QCOMPARE(sum, sums.at({h.component, h.fourth.echoTimesMs.at(0)}));
            if (h.component == QStringLiteral("phase")) {
                QVERIFY(std::abs(volume->extremes().first + 3.141593) < 1e-5);
                // Published with dcm2niix's rounded slope, 7e-5 greater than 1 / Scale Slope
                QVERIFY(std::abs(volume->extremes().second - 3.140495) < 6.3 * 8e-5);
            } else
                QVERIFY(std::abs(h.slope - 4201.875) < 1e-3);
            const Affine::Rows& a = h.voxelToLps.rows();
            const double published[3][4] = {{2.992198, -0.115830, -0.182582, -109.458338},
                                            {0.116045, 2.997755, 0, -122.115339},
                                            {0.182445, -0.007063, 2.994438, -54.516755}};
            for (int r = 0; r < 3; ++r)
                for (int c = 0; c < 4; ++c) QVERIFY(std::abs(a[r][c] - published[r][c]) < 1e-4);
        }
    }
    NEURAXIS_SAMPLE_SET(small, QStringLiteral("dcm_enhanced_small"));
    io::Job job;
    for (const io::Found& found : io::scan({small + QStringLiteral("/dicom/Philips")}, job).found) {
        if (found.header.component != QStringLiteral("FIELD_MAP")) continue;
        QCOMPARE(found.header.unit, QStringLiteral("Hz"));
        // -500 to 500 Hz over the 12 bits that are stored
        QVERIFY(std::abs(found.header.slope - 0.2442002) < 1e-6);
        QVERIFY(std::abs(found.header.intercept + 500) < 1e-3);
    }
}

void SamplesTest::fortyEightOrdersAreOne() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("nii_orient48"));
    const QJsonObject expected = jsonFile(root + QStringLiteral("/expected.json"));
    io::Job job;
    const io::Scan scan = io::scan({root}, job);
    QCOMPARE(scan.found.size(), std::size_t(48));
    QByteArray first;
    for (const io::Found& found : scan.found) {
        const auto volume = io::read(found, job);
        const Affine::Rows ras = rasOf(expected[QFileInfo(found.files[0]).fileName()].toObject());
        QVERIFY(affineDifference(found.header, AxisMap(), ras) < 1e-3);
        const auto spacing = found.header.voxelToLps.spacingMm();
        QVERIFY(spacing[0] > 0);
        // All brought to one order of axes: the first file's.
        const QByteArray hash =
            sha(reordered(*volume, mapAxes(found.header.voxelToLps, scan.found[0].header.voxelToLps)));
        if (first.isEmpty()) first = hash;
        QCOMPARE(hash, first);
    }
}

namespace {

struct Summary {
    double least = 1e300, greatest = -1e300, mean = 0;
    qint64 nonzero = 0;
};

Summary summaryOf(const Volume& volume, const std::function<double(double, int, int)>& turn) {
    Summary s;
    double sum = 0, count = 0;
    const VolumeHeader& h = volume.header();
    for (int v = 0; v < h.volumes; ++v)
        for (int k = 0; k < h.size[2]; ++k)
            for (int j = 0; j < h.size[1]; ++j)
                for (int i = 0; i < h.size[0]; ++i) {
                    const double value = turn(volume.value({double(i), double(j), double(k)}, v), k, v);
                    s.nonzero += value != 0; // so is not-a-number
                    if (std::isnan(value)) continue;
                    ++count;
                    sum += value;
                    s.least = std::min(s.least, value);
                    s.greatest = std::max(s.greatest, value);
                }
    s.mean = sum / count;
    return s;
}

/// A PAR table's rescale slope times scale slope, by slice and volume: what turns precise values into displayed ones.
std::vector<double> displayedPerPrecise(const QString& path) {
    std::vector<double> factors;
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) return factors;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (const auto words = line.simplified().split(' '); words.size() > 40 && words[0].toInt() > 0)
            factors.push_back(words[12].toDouble() * words[13].toDouble());
    return factors;
}

} // namespace

void SamplesTest::agreesWithNibabel() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("nii_nibabel"));
    QJsonObject expected = jsonFile(root + QStringLiteral("/expected.json"));
    // nibabel reads MINC 2 only with h5py; these are the figures of its own test-suite (test_minc2.py, by mincstats).
    expected[QStringLiteral("small.mnc")] =
        QJsonObject{{QStringLiteral("shape"), QJsonArray{18, 28, 29}},
                    {QStringLiteral("affine"), QJsonArray{QJsonArray{0, 0, 7, -98}, QJsonArray{0, 8, 0, -134},
                                                          QJsonArray{9, 0, 0, -72}, QJsonArray{0, 0, 0, 1}}},
                    {QStringLiteral("min"), 0.1185331417},
                    {QStringLiteral("max"), 92.87690699},
                    {QStringLiteral("mean"), 31.2127952}};
    // What nibabel refuses for its fourth dynamic is opened without it, and has the voxels of the whole file.
    const QString whole = QStringLiteral("phantom_EPI_asc_CLEAR_2_1.PAR");
    expected[QStringLiteral("phantom_truncated.PAR")] = expected[whole];
    const QMap<QString, QString> sentences{
        {QStringLiteral("DTI.PAR"),
         QStringLiteral("DTI.PAR is a header without its voxels: DTI.REC is not beside it. Copy both files.")},
        {QStringLiteral("T1.PAR"),
         QStringLiteral("T1.PAR is a header without its voxels: T1.REC is not beside it. Copy both files.")},
        {QStringLiteral("analyze.hdr"),
         QStringLiteral("analyze.hdr is a header without its voxels: analyze.img is not beside it. Copy both files.")},
        {QStringLiteral("nifti1.hdr"),
         QStringLiteral("nifti1.hdr is a header without its voxels: nifti1.img is not beside it. Copy both files.")},
        {QStringLiteral("nifti2.hdr"),
         QStringLiteral("nifti2.hdr is a header without its voxels: nifti2.img is not beside it. Copy both files.")},
        {QStringLiteral("row_major.dconn.nii"),
         QStringLiteral(
             "row_major.dconn.nii is a CIFTI file: a matrix of connections or surface values, not an image.")},
        {QStringLiteral("tinypet.v"), QStringLiteral("tinypet.v is not an image of a kind Neuraxis reads.")}};

    int compared = 0;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const QJsonObject e = it.value().toObject();
        const QByteArray name = it.key().toLatin1();
        QString path = root + u'/' + it.key();
        if (path.endsWith(QStringLiteral(".BRIK"))) path = path.chopped(5) + QStringLiteral(".HEAD");
        io::Job job;
        const io::Scan scan = io::scan({path}, job);
        if (!e.contains(QStringLiteral("mean"))) {
            QVERIFY2(scan.found.empty() && scan.skipped.size() == 1, name);
            QCOMPARE(scan.skipped[0].reason, sentences[it.key()]);
            qInfo("%-30s says why not, as nibabel does", name.constData());
            ++compared;
            continue;
        }
        QVERIFY2(scan.found.size() == 1, name);
        const auto volume = io::read(scan.found[0], job);
        const VolumeHeader& h = volume->header();
        std::vector<int> shape{h.size[0], h.size[1], h.size[2]}, wanted;
        // nibabel keeps MINC's order of axes, which is the other way round.
        const bool turned = h.format.startsWith(QStringLiteral("MINC"));
        if (turned) std::reverse(shape.begin(), shape.end());
        if (e[QStringLiteral("shape")].toArray().size() == 4) shape.push_back(h.volumes);
        for (const QJsonValue& n : e[QStringLiteral("shape")].toArray()) wanted.push_back(n.toInt());
        QVERIFY2(shape == wanted, name);
        Affine::Rows ras = rasOf(e);
        if (turned)
            for (auto& row : ras) std::swap(row[0], row[2]);
        QVERIFY2(affineDifference(h, AxisMap(), ras) < 1e-3, name);

        std::function<double(double, int, int)> turn = [](double value, int, int) { return value; };
        if (!h.scalings.empty()) // nibabel gives the displayed value
            turn = [&h](double value, int, int) {
                return (value - h.intercept) / h.slope * h.scalings[1].slope + h.scalings[1].intercept;
            };
        const auto factors = displayedPerPrecise(path);
        if (h.format == QStringLiteral("PAR/REC") && h.scalings.empty())
            turn = [&](double value, int k, int v) {
                return value * factors[static_cast<std::size_t>(v * h.size[2] + k)];
            };
        const Summary s = summaryOf(*volume, turn);
        const auto near = [](double a, const QJsonValue& b) {
            return std::abs(a - b.toDouble()) <= 1e-6 * std::max(1.0, std::abs(b.toDouble()));
        };
        QVERIFY2(near(s.mean, e[QStringLiteral("mean")]), name);
        QVERIFY2(near(s.least, e[QStringLiteral("min")]), name);
        QVERIFY2(near(s.greatest, e[QStringLiteral("max")]), name);
        if (e.contains(QStringLiteral("nonzero")))
            QVERIFY2(s.nonzero == e[QStringLiteral("nonzero")].toInteger(), name);
        QStringList codes;
        for (const Finding& f : h.findings) codes << f.code;
        QCOMPARE(codes.contains(QStringLiteral("incomplete-volume")),
                 it.key() == QStringLiteral("phantom_truncated.PAR"));
        qInfo("%-30s shape, affine, min %.7g, max %.7g, mean %.9g as nibabel has them %s", name.constData(), s.least,
              s.greatest, s.mean, qPrintable(codes.join(u' ')));
        ++compared;
    }
    QCOMPARE(compared, 20); // every file of the set
}

void SamplesTest::opensOrSaysWhyNot_data() {
    QTest::addColumn<QString>("set");
    for (const char* set : {"ts_pydicom", "dcm_nibabel_nicom", "obj_dcmqi_seg_sr_pm", "bids_examples"})
        QTest::newRow(set) << QString::fromLatin1(set);
}

void SamplesTest::opensOrSaysWhyNot() {
    QFETCH(QString, set);
    NEURAXIS_SAMPLE_SET(root, set);
    io::Job job;
    const io::Scan scan = io::scan({root}, job);
    for (const io::Skipped& skipped : scan.skipped) QVERIFY(!skipped.reason.isEmpty());
    int failed = 0;
    for (const io::Found& found : scan.found) try {
            io::read(found, job);
        } catch (const io::Error& error) {
            QVERIFY(!error.sentence().isEmpty());
            ++failed;
        }
    QVERIFY(failed <= 2); // HTJ2K, which GDCM cannot decode, and a JPEG 2000 stream with a false end
}

NEURAXIS_TEST_MAIN(SamplesTest)
#include "tst_io_samples.moc"

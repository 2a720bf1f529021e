#include "core/io/format.h"
#include "core/io/write.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"

#include <QSet>
#include <QTest>

using namespace neuraxis;

namespace {

std::shared_ptr<const Volume> opened(const QString& path) {
    io::Job job;
    const io::Scan scan = io::scan({path}, job);
    if (scan.found.empty()) throw io::Error(scan.skipped.at(0).reason);
    return io::read(scan.found[0], job);
}

template <class T> void put(QByteArray& bytes, int at, T number, bool big = false) {
    big ? qToBigEndian(number, bytes.data() + at) : qToLittleEndian(number, bytes.data() + at);
}

/// A NIfTI-1 file of 2 x 3 x 4 int16 voxels 0, 1, 2 ..., as the standard lays it out.
QByteArray niftiBytes(bool big) {
    QByteArray b(352 + 48, '\0');
    put<qint32>(b, 0, 348, big);
    const qint16 dims[] = {3, 2, 3, 4, 1, 1, 1, 1};
    for (int i = 0; i < 8; ++i) put(b, 40 + 2 * i, dims[i], big);
    put<qint16>(b, 70, 4, big);
    put<qint16>(b, 72, 16, big);
    const float pixdim[] = {1, 2, 3, 4, 1, 1, 1, 1};
    for (int i = 0; i < 8; ++i) put(b, 76 + 4 * i, pixdim[i], big);
    put<float>(b, 108, 352, big);
    memcpy(b.data() + 344, "n+1", 4);
    for (int i = 0; i < 24; ++i) put<qint16>(b, 352 + 2 * i, static_cast<qint16>(i), big);
    return b;
}

void putRows(QByteArray& b, const std::array<std::array<float, 4>, 3>& rows, bool big) {
    for (int r = 0; r < 3; ++r)
        for (int c = 0; c < 4; ++c)
            put(b, 280 + 16 * r + 4 * c, rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)], big);
}

} // namespace

/// The table of formats, NIfTI, MGH and NRRD files written by hand, and everything written read back.
class FormatsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void tableIsWhole();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void readsNiftiByHand_data();
    void readsNiftiByHand();
    void readsMghWithoutGeometry();
    void readsNrrdByHand_data();
    void readsNrrdByHand();
    void refusesUnknownSuffix();
    void leavesNothingHalfWritten();
};

void FormatsTest::tableIsWhole() {
    QSet<QString> names;
    for (const io::Format& f : io::formats()) {
        QVERIFY(!names.contains(QLatin1String(f.name)));
        names.insert(QLatin1String(f.name));
        QVERIFY(f.recognises && f.inspect && f.assemble);
        QVERIFY(!f.suffixes.empty());
        QCOMPARE(f.write != nullptr, !f.writableSuffixes.empty());
        for (const char* suffix : f.writableSuffixes) QVERIFY(io::openableSuffixes().contains(QLatin1String(suffix)));
    }
    QCOMPARE(io::writableSuffix(QStringLiteral("a.b.NII.GZ")), QStringLiteral(".nii.gz"));
    QCOMPARE(io::baseName(QStringLiteral("/x/sub-1_T1w.nii.gz")), QStringLiteral("sub-1_T1w"));
    QCOMPARE(io::baseName(QStringLiteral("/x/IM_0001")), QStringLiteral("IM_0001"));
}

void FormatsTest::writesWhatItReads_data() {
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<StoredType>("type");
    QTest::addColumn<int>("volumes");
    QTest::addColumn<bool>("sheared");
    // Every format that can be written, with every type.
    for (const QString& suffix : io::writableSuffixes())
        for (const StoredType type :
             {StoredType::Int8, StoredType::UInt8, StoredType::Int16, StoredType::UInt16, StoredType::Int32,
              StoredType::UInt32, StoredType::Float32, StoredType::Float64, StoredType::Rgb24}) {
            if (type == StoredType::Rgb24 && suffix.startsWith(QStringLiteral(".mg"))) continue;
            for (const int volumes : {1, 3})
                QTest::addRow("%s %s x%d", qPrintable(suffix), qPrintable(storedTypeName(type)), volumes)
                    << suffix << type << volumes << (volumes == 3 && !suffix.startsWith(QStringLiteral(".mg")));
        }
}

void FormatsTest::writesWhatItReads() {
    QFETCH(QString, suffix);
    QFETCH(StoredType, type);
    QFETCH(int, volumes);
    QFETCH(bool, sheared);
    VolumeHeader header;
    header.size = {5, 4, 3};
    header.volumes = volumes;
    header.type = type;
    // Turned 30 degrees about the head's axis and left-handed
    header.voxelToLps =
        Affine({0.8660254037844386, 0.5, 0}, {1, -1.7320508075688772, 0}, {0, sheared ? 0.7 : 0, 3}, {-10, 20.5, 7});
    if (type == StoredType::Int16) {
        header.slope = 133.5;
        header.intercept = -2;
    }
    const std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
    const auto fill = [&](auto example) {
        auto* v = reinterpret_cast<decltype(example)*>(voxels.get());
        for (std::size_t i = 0; i < header.bytes() / sizeof example; ++i)
            v[i] = static_cast<decltype(example)>(i % 120 + (i == 7 ? 3 : 0));
    };
    type == StoredType::Float32   ? fill(float())
    : type == StoredType::Float64 ? fill(double())
    : bytesPerVoxel(type) == 4    ? fill(std::int32_t())
    : bytesPerVoxel(type) == 2    ? fill(std::int16_t())
                                  : fill(std::int8_t());
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("v") + suffix);
    const Volume volume(header, voxels);
    io::Job job;
    io::write(volume, path, job);
    const auto back = opened(path);
    QCOMPARE(back->header().size, header.size);
    QCOMPARE(back->header().volumes, volumes);
    QCOMPARE(back->header().findings.size(), std::size_t(0));
    for (int r = 0; r < 3; ++r)
        for (int c = 0; c < 4; ++c)
            QVERIFY(std::abs(back->header().voxelToLps.rows()[r][c] - header.voxelToLps.rows()[r][c]) < 1e-5);
    for (int t = 0; t < volumes; ++t)
        for (int k = 0; k < 3; ++k)
            for (int j = 0; j < 4; ++j)
                for (int i = 0; i < 5; ++i) {
                    const VoxelIndex v{double(i), double(j), double(k)};
                    QVERIFY(std::abs(back->value(v, t) - volume.value(v, t)) < 1e-3);
                }
    if (suffix.startsWith(QStringLiteral(".nii"))) {
        QCOMPARE(back->header().slope, header.slope); // stored voxels stay as stored
        QCOMPARE(back->header().intercept, header.intercept);
    }
}

void FormatsTest::readsNiftiByHand_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Affine>("affine");
    QTest::addColumn<double>("lastValue");
    for (const bool big : {false, true}) {
        const char* order = big ? "big endian" : "little endian";
        QByteArray b = niftiBytes(big);
        QTest::addRow("no form, %s", order)
            << b << Affine({2, 0, 0}, {0, -3, 0}, {0, 0, 4}, {-1, 3, -6}) << 23.0; // nibabel 5.0's
        put<qint16>(b, 254, 1, big);
        QTest::addRow("sform of zeros, %s", order)
            << b << Affine({2, 0, 0}, {0, -3, 0}, {0, 0, 4}, {-1, 3, -6}) << 23.0;
        putRows(b, {{{2, 0, 0, 10}, {0, 3, 0, 20}, {0, 1, 4, 30}}}, big);
        QTest::addRow("sform, %s", order) << b << Affine({-2, 0, 0}, {0, -3, 1}, {0, 0, 4}, {-10, -20, 30}) << 23.0;
        put<float>(b, 112, 2, big);
        put<float>(b, 116, -1, big);
        b[123] = 3;                  // micrometres
        put<qint16>(b, 252, 1, big); // a qform beside it is not used
        QTest::addRow("sform in µm, scaled, %s", order)
            << b << Affine({-.002, 0, 0}, {0, -.003, .001}, {0, 0, .004}, {-.01, -.02, .03}) << 45.0;
        b = niftiBytes(big);
        put<qint16>(b, 252, 1, big);
        put<float>(b, 76, -1, big); // qfac: the third axis is turned
        put<float>(b, 264, 1, big); // 180 degrees about z
        for (int i = 0; i < 3; ++i) put<float>(b, 268 + 4 * i, float(i + 1), big);
        QTest::addRow("qform, %s", order) << b << Affine({2, 0, 0}, {0, 3, 0}, {0, 0, -4}, {-1, -2, 3}) << 23.0;
        put<qint16>(b, 254, 1, big);
        putRows(b, {{{2, 0, 0, 10}, {2, 0, 0, 20}, {0, 1, 4, 30}}}, big);
        QTest::addRow("qform for a singular sform, %s", order)
            << b << Affine({2, 0, 0}, {0, 3, 0}, {0, 0, -4}, {-1, -2, 3}) << 23.0;
    }
}

void FormatsTest::readsNiftiByHand() {
    QFETCH(QByteArray, bytes);
    QFETCH(Affine, affine);
    const QTemporaryDir dir;
    test::writeFile(dir.filePath(QStringLiteral("v.nii")), bytes);
    const auto volume = opened(dir.filePath(QStringLiteral("v.nii")));
    QCOMPARE(volume->header().format, QStringLiteral("NIfTI-1"));
    for (int r = 0; r < 3; ++r)
        for (int c = 0; c < 4; ++c)
            QVERIFY(std::abs(volume->header().voxelToLps.rows()[r][c] - affine.rows()[r][c]) < 1e-6);
    QTEST(volume->value({1, 2, 3}), "lastValue");
}

void FormatsTest::readsMghWithoutGeometry() {
    QByteArray b(284 + 6 * 4, '\0');
    const qint32 fields[] = {1, 1, 2, 3, 1, 3};
    for (int i = 0; i < 6; ++i) put(b, 4 * i, fields[i], true);
    for (int i = 0; i < 6; ++i) put<float>(b, 284 + 4 * i, float(i) + 0.5F, true);
    const QTemporaryDir dir;
    test::writeFile(dir.filePath(QStringLiteral("v.mgh")), b);
    const auto volume = opened(dir.filePath(QStringLiteral("v.mgh")));
    // Coronal by FreeSurfer's default: x to the right's opposite, y down, z to anterior, centred
    QCOMPARE(volume->header().voxelToLps,
             Affine::fromRas({{{-1, 0, 0, .5}, {0, 0, 1, -1.5}, {0, -1, 0, 1}, {0, 0, 0, 1}}}));
    QCOMPARE(volume->value({0, 1, 2}), 5.5);
}

void FormatsTest::readsNrrdByHand_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Affine>("affine");
    QTest::addColumn<int>("volumes");
    const QByteArray start = "NRRD0004\n# a comment\ntype: short\nendian: little\nencoding: raw\n";
    QTest::newRow("LPS") << start + "dimension: 3\nsizes: 2 3 4\nspace: left-posterior-superior\n"
                                    "space directions: (2,0,0) (0,3,0) (0,0,4)\nspace origin: (1,2,3)\n\n"
                         << Affine({2, 0, 0}, {0, 3, 0}, {0, 0, 4}, {1, 2, 3}) << 1;
    QTest::newRow("RAS, with spaces")
        << start + "dimension: 3\nsizes: 2 3 4\nspace: RAS\n"
                   "space directions: (2, 0, 0) (0, 3, 0) (0, 0, 4)\nspace origin: (1, 2, 3)\n\n"
        << Affine({-2, 0, 0}, {0, -3, 0}, {0, 0, 4}, {-1, -2, 3}) << 1;
    QTest::newRow("LAS") << start + "dimension: 3\nsizes: 2 3 4\nspace: left-anterior-superior\n"
                                    "space directions: (2,0,0) (0,3,0) (0,0,4)\nspace origin: (1,2,3)\n\n"
                         << Affine({2, 0, 0}, {0, -3, 0}, {0, 0, 4}, {1, -2, 3}) << 1;
    QTest::newRow("volumes first") << start +
                                          "dimension: 4\nsizes: 2 3 2 2\nspace: LPS\nkinds: list domain domain domain\n"
                                          "space directions: none (1,0,0) (0,1,0) (0,0,1)\nspace origin: (0,0,0)\n\n"
                                   << Affine() << 2;
    QTest::newRow("volumes last") << start +
                                         "dimension: 4\nsizes: 3 2 2 2\nspace: LPS\nkinds: domain domain domain list\n"
                                         "space directions: (1,0,0) (0,1,0) (0,0,1) none\nspace origin: (0,0,0)\n\n"
                                  << Affine() << 2;
}

void FormatsTest::readsNrrdByHand() {
    QFETCH(QByteArray, header);
    QFETCH(Affine, affine);
    QFETCH(int, volumes);
    const QTemporaryDir dir;
    QByteArray voxels(48, '\0');
    for (int i = 0; i < 24; ++i) put<qint16>(voxels, 2 * i, static_cast<qint16>(i));
    test::writeFile(dir.filePath(QStringLiteral("v.nrrd")), header + voxels);
    const auto volume = opened(dir.filePath(QStringLiteral("v.nrrd")));
    QCOMPARE(volume->header().voxelToLps, affine);
    QCOMPARE(volume->header().volumes, volumes);
    if (volumes == 1)
        QCOMPARE(volume->value({1, 2, 3}), 23.0);
    else
        QCOMPARE(volume->value({1, 0, 0}, 1), header.contains("list domain") ? 3.0 : 13.0);
}

void FormatsTest::refusesUnknownSuffix() {
    VolumeHeader header;
    const std::shared_ptr<std::byte> voxels(new std::byte[2](), std::default_delete<std::byte[]>());
    io::Job job;
    const QTemporaryDir dir;
    try {
        io::write(Volume(header, voxels), dir.filePath(QStringLiteral("a.jpg")), job);
        QFAIL("written");
    } catch (const io::Error& error) {
        QVERIFY(error.sentence().contains(QStringLiteral("a.jpg")));
        QVERIFY(error.sentence().contains(QStringLiteral(".nii.gz")));
    }
}

void FormatsTest::leavesNothingHalfWritten() {
    VolumeHeader header;
    header.size = {64, 64, 64};
    const std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()](), std::default_delete<std::byte[]>());
    const QTemporaryDir dir;
    for (const QString& suffix : io::writableSuffixes()) {
        io::Job job;
        job.cancel();
        QVERIFY_EXCEPTION_THROWN(io::write(Volume(header, voxels), dir.filePath(QStringLiteral("a") + suffix), job),
                                 io::Cancelled);
    }
    io::Job job;
    QVERIFY_EXCEPTION_THROWN(io::write(Volume(header, voxels), dir.filePath(QStringLiteral("none/a.nii")), job),
                             io::Error);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList());
}

NEURAXIS_TEST_MAIN(FormatsTest)
#include "tst_io_formats.moc"

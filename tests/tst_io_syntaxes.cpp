#include "core/io/scan.h"
#include "core/model/stored_type.h"
#include "tests/dicom_encoders.h"
#include "tests/dicom_file.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"

#include <QTest>
#include <cmath>

using namespace neuraxis;
using test::DicomFile;

namespace {

using Numbers = std::vector<double>;

/// Pixels in a file's bytes, `width` each.
QByteArray laid(const Numbers& values, int width, bool big = false) {
    QByteArray bytes;
    for (const double v : values) DicomFile::number(bytes, static_cast<qint64>(v), width, big);
    return bytes;
}

/// Pixels of `bits` each, the lowest bit of the first byte first.
QByteArray packedBits(const Numbers& values, int bits) {
    QByteArray bytes((static_cast<qsizetype>(values.size()) * bits + 7) / 8, '\0');
    qsizetype at = 0;
    for (const double v : values)
        for (int b = 0; b < bits; ++b, ++at)
            if (static_cast<quint32>(v) >> b & 1) bytes[at / 8] = static_cast<char>(bytes[at / 8] | 1 << at % 8);
    return bytes;
}

/// A soft slope, so that lossy compression stays near, between two numbers.
Numbers slope(int columns, int rows, double least, double greatest) {
    Numbers values;
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x)
            values.push_back(std::floor(least + (greatest - least) * (x + y) / (columns + rows - 2)));
    return values;
}

/// Numbers of all sizes within the bits.
Numbers scattered(std::size_t count, int bits, bool isSigned) {
    Numbers values;
    quint64 state = 12345;
    const quint64 mask = (1ULL << bits) - 1;
    for (std::size_t i = 0; i < count; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const quint64 raw = i == 0 ? mask : i == 1 ? mask >> 1 : state >> 33 & mask;
        values.push_back(isSigned && raw > mask >> 1 ? static_cast<double>(raw) - static_cast<double>(mask) - 1
                                                     : static_cast<double>(raw));
    }
    return values;
}

std::vector<QByteArray> framesOf(const QByteArray& pixels, int frames) {
    std::vector<QByteArray> all;
    const qsizetype each = pixels.size() / frames;
    for (int f = 0; f < frames; ++f) all.push_back(pixels.mid(f * each, each));
    return all;
}

io::Scan scanned(const QByteArray& bytes) {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("IM_1"));
    test::writeFile(path, bytes);
    io::Job job;
    io::Scan scan = io::scan({path}, job);
    for (io::Found& found : scan.found) try { // while the file is there
            const auto volume = io::read(found, job);
            found.header = volume->header();
            struct Held : io::VoxelSource {
                std::shared_ptr<const Volume> volume;
                std::shared_ptr<const std::byte> read(const VolumeHeader&, io::Job&) const override {
                    return {volume, volume->voxels(0)};
                }
            };
            auto held = std::make_shared<Held>();
            held->volume = volume;
            found.source = held;
        } catch (const io::Error& error) {
            scan.skipped.push_back({path, error.sentence()});
        }
    return scan;
}

/// All voxels, those of colours one after the other.
Numbers voxelsOf(const io::Found& found) {
    io::Job job;
    const auto volume = io::read(found, job);
    const VolumeHeader& h = volume->header();
    Numbers all;
    const std::size_t count = h.voxelsPerVolume() * static_cast<std::size_t>(h.volumes);
    if (h.type == StoredType::Rgb24) {
        for (std::size_t i = 0; i < 3 * count; ++i) all.push_back(std::to_integer<int>(volume->voxels(0)[i]));
        return all;
    }
    for (std::size_t i = 0; i < count; ++i) all.push_back(storedNumber(h.type, volume->voxels(0), i));
    return all;
}

constexpr char littleEndian[] = "1.2.840.10008.1.2.1", bigEndian[] = "1.2.840.10008.1.2.2",
               implicitEndian[] = "1.2.840.10008.1.2", deflatedSet[] = "1.2.840.10008.1.2.1.99",
               gePrivate[] = "1.2.840.113619.5.2", rle[] = "1.2.840.10008.1.2.5", baseline[] = "1.2.840.10008.1.2.4.50",
               extended[] = "1.2.840.10008.1.2.4.51", lossless[] = "1.2.840.10008.1.2.4.57",
               losslessFirst[] = "1.2.840.10008.1.2.4.70", jpegLs[] = "1.2.840.10008.1.2.4.80",
               jpegLsNear[] = "1.2.840.10008.1.2.4.81", jpeg2000Lossless[] = "1.2.840.10008.1.2.4.90",
               jpeg2000[] = "1.2.840.10008.1.2.4.91", deflatedFrames[] = "1.2.840.10008.1.2.8.1";

} // namespace

/// Files of every transfer syntax and kind of pixel, and the numbers that were put into them.
class SyntaxesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsPlainPixels_data();
    void readsPlainPixels();
    void readsFloats();
    void readsCompressedPixels_data();
    void readsCompressedPixels();
    void readsJpegOf12Bits();
    void believesTheStream_data();
    void believesTheStream();
    void putsFragmentsTogether_data();
    void putsFragmentsTogether();
    void readsColours_data();
    void readsColours();
    void readsPalettes_data();
    void readsPalettes();
    void keepsSignsThatReachTheTop();
    void readsOddFiles_data();
    void readsOddFiles();
    void saysWhyNot_data();
    void saysWhyNot();
    void opensWhatIsThere();
    void readsBeyondTwoGigabytes();
};

void SyntaxesTest::readsPlainPixels_data() {
    QTest::addColumn<QByteArray>("syntax");
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("isSigned");
    for (const char* syntax : {littleEndian, bigEndian, implicitEndian, deflatedSet, gePrivate})
        for (const int bits : {1, 2, 4, 7, 8, 10, 12, 16, 20, 24, 32})
            for (const bool isSigned : {false, true})
                if ((bits > 1 || !isSigned) && (syntax != gePrivate || bits == 8 || bits == 16))
                    QTest::addRow("%s, %d bits%s", syntax, bits, isSigned ? ", signed" : "")
                        << QByteArray(syntax) << bits << isSigned;
}

void SyntaxesTest::readsPlainPixels() {
    QFETCH(QByteArray, syntax);
    QFETCH(int, bits);
    QFETCH(bool, isSigned);
    // 5 x 3 pixels: no frame but the first begins with a byte when a pixel is less than one.
    DicomFile file(5, 3, 3, bits, isSigned);
    file.syntax = syntax;
    file.isImplicit = syntax == implicitEndian || syntax == gePrivate;
    file.bigEndian = syntax == bigEndian;
    const bool bigPixels = file.bigEndian || syntax == gePrivate;
    const Numbers values = scattered(45, bits, isSigned);
    const bool whole = bits == 8 || bits == 16 || bits == 32;
    QByteArray pixels = whole ? laid(values, bits / 8, bigPixels) : packedBits(values, bits);
    if (pixels.size() % 2) pixels += '\0';
    if (file.bigEndian && (bits == 8 || !whole)) // words, whose bytes are turned
        for (qsizetype i = 0; i < pixels.size(); i += 2) qSwap(pixels.data()[i], pixels.data()[i + 1]);
    file.setPixels(pixels);
    const io::Scan scan = scanned(file.bytes());
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found[0].header.size, (std::array<int, 3>{5, 3, 3}));
    QCOMPARE(voxelsOf(scan.found[0]), values);
}

void SyntaxesTest::readsFloats() {
    for (const bool big : {false, true})
        for (const int width : {4, 8}) {
            DicomFile file(3, 2, 1, 8 * width);
            file.syntax = big ? bigEndian : littleEndian;
            file.bigEndian = big;
            QByteArray pixels;
            const Numbers values{0, -1.5, 3.4359738368e10, 0.125, 7, -0.0625};
            for (const double v : values) {
                const auto single = static_cast<float>(v);
                quint64 pattern = 0;
                std::memcpy(&pattern, width == 4 ? static_cast<const void*>(&single) : &v,
                            static_cast<std::size_t>(width));
                DicomFile::number(pixels, static_cast<qint64>(pattern), width, big);
            }
            file.elements.remove(0x00280101);
            file.elements[width == 4 ? 0x7fe00008 : 0x7fe00009] = {width == 4 ? "OF" : "OD", pixels};
            const io::Scan scan = scanned(file.bytes());
            QCOMPARE(scan.found.size(), std::size_t(1));
            QCOMPARE(scan.found[0].header.type, width == 4 ? StoredType::Float32 : StoredType::Float64);
            QCOMPARE(voxelsOf(scan.found[0]), values);
        }
}

void SyntaxesTest::readsCompressedPixels_data() {
    QTest::addColumn<QByteArray>("syntax");
    QTest::addColumn<int>("bitsAllocated");
    QTest::addColumn<int>("bitsStored");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<double>("tolerance");
    const auto row = [](const char* syntax, int allocated, int stored, bool isSigned, double tolerance = 0) {
        QTest::addRow("%s, %d of %d bits%s", syntax, stored, allocated, isSigned ? ", signed" : "")
            << QByteArray(syntax) << allocated << stored << isSigned << tolerance;
    };
    for (const char* syntax : {rle, lossless, losslessFirst, jpegLs, jpeg2000Lossless})
        for (const int stored : {8, 12, 16})
            for (const bool isSigned : {false, true})
                if (stored > 8 || !isSigned) row(syntax, stored > 8 ? 16 : 8, stored, isSigned);
    row(rle, 32, 32, false);
    row(rle, 32, 32, true);
    row(baseline, 8, 8, false, 3);
    row(jpegLsNear, 8, 8, false, 2);
    row(jpegLsNear, 16, 16, false, 2);
    row(jpeg2000, 8, 8, false, 3);
    row(jpeg2000, 16, 16, true, 200);
    row(deflatedFrames, 8, 8, false);
    row(deflatedFrames, 16, 12, true);
    row(deflatedFrames, 1, 1, false);
    row(rle, 1, 1, false);
}

void SyntaxesTest::readsCompressedPixels() {
    QFETCH(QByteArray, syntax);
    QFETCH(int, bitsAllocated);
    QFETCH(int, bitsStored);
    QFETCH(bool, isSigned);
    QFETCH(double, tolerance);
    constexpr int columns = 37, rows = 21, frames = 3;
    DicomFile file(columns, rows, frames, bitsAllocated, isSigned);
    file.setBits(bitsAllocated, bitsStored, bitsStored - 1, isSigned);
    file.syntax = syntax;
    Numbers values;
    std::vector<QByteArray> fragments;
    const double range = std::ldexp(1.0, bitsStored), least = isSigned ? -range / 2 : 0;
    for (int f = 0; f < frames; ++f) {
        const Numbers frame = tolerance > 0 ? slope(columns, rows, least, least + range - 1 - f)
                                            : scattered(std::size_t(columns) * rows, bitsStored, isSigned);
        values.insert(values.end(), frame.begin(), frame.end());
        const QByteArray pixels = bitsAllocated == 1 ? packedBits(frame, 1) : laid(frame, bitsAllocated / 8);
        if (syntax == deflatedFrames)
            fragments.push_back(DicomFile::deflated(pixels));
        else if (bitsAllocated == 1)
            fragments.push_back(test::compressed({static_cast<int>(pixels.size()), 1, 8, 8}, pixels, rle));
        else
            fragments.push_back(test::compressed({columns, rows, bitsAllocated, bitsStored, isSigned}, pixels, syntax,
                                                 syntax == jpegLsNear ? 2 : 0));
        if (fragments.back().isEmpty()) QSKIP("GDCM does not encode this");
    }
    file.setFragments(fragments);
    const io::Scan scan = scanned(file.bytes());
    QCOMPARE(scan.found.size(), std::size_t(1));
    for (const io::Skipped& skipped : scan.skipped) QFAIL(qPrintable(skipped.reason));
    const Numbers read = voxelsOf(scan.found[0]);
    QCOMPARE(read.size(), values.size());
    double worst = 0;
    for (std::size_t i = 0; i < read.size(); ++i) worst = std::max(worst, std::abs(read[i] - values[i]));
    QVERIFY2(worst <= tolerance, qPrintable(QStringLiteral("off by %1").arg(worst)));
}

void SyntaxesTest::readsJpegOf12Bits() {
    // A slope of 16 x 16, compressed by DCMTK 3.6.7 (dcmcjpeg +ee), and the first row of what its dcmdjpeg makes of it
    constexpr char stream[] =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMU"
        "FRUVDA8XGBYUGBIUFRT/wQALDAAQABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAADAD/xAAbEAABBAMAAAAAAAAAAAAAAAALACc3"
        "RFRhcv/aAAgBAQAAPwAjENAGgRU1WNQ50ljg0AaBFTVYtDnShoA0CKmqxaHOksdGgDQIqarFoc6X///Z";
    DicomFile file(16, 16, 1, 16);
    file.setBits(16, 12, 11, false);
    file.syntax = extended;
    file.setFragments({QByteArray::fromBase64(stream)});
    Numbers read = voxelsOf(scanned(file.bytes()).found.at(0));
    read.resize(16);
    QCOMPARE(read, (Numbers{0, 133, 266, 401, 532, 667, 800, 933, 1065, 1201, 1332, 1467, 1599, 1734, 1865, 2000}));
}

void SyntaxesTest::believesTheStream_data() {
    QTest::addColumn<QByteArray>("announced");
    QTest::addColumn<QByteArray>("syntax");
    QTest::addColumn<int>("streamBits"); // allocated and stored in the stream; the header says 16 and `stored`
    QTest::addColumn<int>("stored");
    QTest::addColumn<bool>("isSigned"); // of the header
    QTest::addColumn<Numbers>("in");
    QTest::addColumn<Numbers>("out");
    const Numbers small{1, 2, 3, 250};
    for (const char* stream : {losslessFirst, jpegLs, jpeg2000Lossless})
        for (const char* announced : {littleEndian, baseline, jpeg2000, jpegLs, "1.2.3"})
            QTest::addRow("%s called %s", stream, announced)
                << QByteArray(announced) << QByteArray(stream) << 16 << 16 << false << small << small;
    for (const char* stream : {losslessFirst, jpegLs, jpeg2000Lossless})
        QTest::addRow("%s of 8 bits, header of 16", stream)
            << QByteArray(stream) << QByteArray(stream) << 8 << 16 << false << small << small;
    // As the sample J2K_pixelrep_mismatch of pydicom: two's complement in 13 bits that the encoder took for unsigned.
    QTest::newRow("unsigned stream of signed numbers")
        << QByteArray(jpeg2000Lossless) << QByteArray(jpeg2000Lossless) << 13 << 13 << true
        << Numbers{1, 4095, 4096, 8191} << Numbers{1, 4095, -4096, -1};
}

void SyntaxesTest::believesTheStream() {
    QFETCH(QByteArray, announced);
    QFETCH(QByteArray, syntax);
    QFETCH(int, streamBits);
    QFETCH(int, stored);
    QFETCH(bool, isSigned);
    QFETCH(Numbers, in);
    QFETCH(Numbers, out);
    Numbers picture, expected; // codecs want more than 4 pixels
    for (int i = 0; i < 256; ++i) {
        picture.push_back(in[static_cast<std::size_t>(i) % in.size()]);
        expected.push_back(out[static_cast<std::size_t>(i) % out.size()]);
    }
    DicomFile file(16, 16, 1, 16, isSigned);
    file.setBits(16, stored, stored - 1, isSigned);
    file.syntax = announced;
    const int allocated = streamBits > 8 ? 16 : 8;
    const QByteArray stream =
        test::compressed({16, 16, allocated, streamBits, false}, laid(picture, allocated / 8), syntax);
    QVERIFY(!stream.isEmpty());
    file.setFragments({stream});
    const io::Scan scan = scanned(file.bytes());
    for (const io::Skipped& skipped : scan.skipped) QFAIL(qPrintable(skipped.reason));
    QCOMPARE(voxelsOf(scan.found.at(0)), expected);
}

void SyntaxesTest::putsFragmentsTogether_data() {
    QTest::addColumn<QByteArray>("syntax");
    QTest::addColumn<int>("fragments"); // of each frame
    QTest::addColumn<QString>("table");
    for (const char* syntax : {rle, losslessFirst, jpegLs, jpeg2000Lossless})
        for (const int fragments : {1, 2, 3})
            for (const char* table : {"none", "basic", "extended", "wrong"})
                QTest::addRow("%s, %d each, table: %s", syntax, fragments, table)
                    << QByteArray(syntax) << fragments << QString::fromLatin1(table);
}

void SyntaxesTest::putsFragmentsTogether() {
    QFETCH(QByteArray, syntax);
    QFETCH(int, fragments);
    QFETCH(QString, table);
    constexpr int columns = 32, rows = 16, frames = 5;
    DicomFile file(columns, rows, frames, 16);
    file.syntax = syntax;
    const Numbers values = scattered(columns * rows * frames, 16, false);
    std::vector<QByteArray> all;
    QByteArray basic, longer;
    qsizetype at = 0;
    for (const QByteArray& frame : framesOf(laid(values, 2), frames)) {
        const QByteArray stream = test::compressed({columns, rows, 16, 16}, frame, syntax);
        DicomFile::number(basic, table == QStringLiteral("wrong") ? 4 * at + 6 : at, 4, false);
        DicomFile::number(longer, at, 8, false);
        const qsizetype piece = (stream.size() / fragments + 1) / 2 * 2;
        for (int i = 0; i < fragments; ++i) {
            all.push_back(i + 1 < fragments ? stream.mid(i * piece, piece) : stream.mid(i * piece));
            at += DicomFile::item(all.back()).size();
        }
    }
    if (table == QStringLiteral("extended")) file.elements[0x7fe00001] = {"OV", longer};
    file.setFragments(all, table == QStringLiteral("basic") || table == QStringLiteral("wrong") ? basic : QByteArray());
    const io::Scan scan = scanned(file.bytes());
    for (const io::Skipped& skipped : scan.skipped) QFAIL(qPrintable(skipped.reason));
    QCOMPARE(voxelsOf(scan.found.at(0)), values);
}

void SyntaxesTest::readsColours_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Numbers>("rgb");
    const auto colours = [](int bits, const char* photometric, bool planar, const Numbers& samples) {
        DicomFile file(4, 1, 1, bits);
        file.setColour(photometric, planar);
        file.setPixels(laid(samples, bits / 8), bits == 8 ? "OB" : "OW");
        return file;
    };
    // Red, white, black, and a mixture
    const Numbers rgb{255, 0, 0, 255, 255, 255, 0, 0, 0, 17, 130, 201};
    QTest::newRow("RGB") << colours(8, "RGB", false, rgb).bytes() << rgb;
    QTest::newRow("RGB, plane after plane")
        << colours(8, "RGB", true, {255, 255, 0, 17, 0, 255, 0, 130, 0, 255, 0, 201}).bytes() << rgb;
    QTest::newRow("RGB of 16 bits") << colours(16, "RGB", false,
                                               {65535, 0, 0, 65535, 65535, 65535, 0, 0, 0, 17 * 256 + 3,
                                                130 * 256 + 200, 201 * 256})
                                           .bytes()
                                    << rgb;
    DicomFile twelve = colours(16, "RGB", false, {4095, 0, 0, 4095, 4095, 4095, 0, 0, 0, 17 * 16, 130 * 16, 201 * 16});
    twelve.setBits(16, 12, 11, false);
    QTest::newRow("RGB of 12 bits") << twelve.bytes() << rgb;
    // ITU-T T.871's equations, which are PS3.3 C.7.6.3.1.2's, worked out by hand for red (76.245, 84.97, 255.5),
    // white, black and grey 100.
    const Numbers fromYbr{254, 0, 0, 255, 255, 255, 0, 0, 0, 100, 100, 100};
    QTest::newRow("YBR_FULL")
        << colours(8, "YBR_FULL", false, {76, 85, 255, 255, 128, 128, 0, 128, 128, 100, 128, 128}).bytes() << fromYbr;
    QTest::newRow("YBR_FULL, plane after plane")
        << colours(8, "YBR_FULL", true, {76, 255, 0, 100, 85, 128, 128, 128, 255, 128, 128, 128}).bytes() << fromYbr;
    // Two brightnesses, then the colour of both
    QTest::newRow("YBR_FULL_422") << colours(8, "YBR_FULL_422", false, {255, 0, 128, 128, 100, 40, 128, 128}).bytes()
                                  << Numbers{255, 255, 255, 0, 0, 0, 100, 100, 100, 40, 40, 40};
    // ITU-R BT.601: black 16, white 235, the greatest blue 240
    QTest::newRow("YBR_PARTIAL_422")
        << colours(8, "YBR_PARTIAL_422", false, {235, 16, 128, 128, 41, 41, 240, 110}).bytes()
        << Numbers{255, 255, 255, 0, 0, 0, 0, 0, 255, 0, 0, 255};
    // A picture with colours that compress without loss
    Numbers picture;
    for (int i = 0; i < 16 * 16; ++i)
        for (const int c : {i, 255 - i, i * 7 % 256}) picture.push_back(c);
    for (const char* syntax : {rle, losslessFirst, jpegLs, jpeg2000Lossless}) {
        DicomFile file(16, 16, 1, 8);
        file.syntax = syntax;
        file.setColour(syntax == jpeg2000Lossless ? "YBR_RCT" : "RGB");
        file.setFragments({test::compressed({16, 16, 8, 8, false, 3}, laid(picture, 1), syntax)});
        QTest::addRow("RGB in %s", syntax) << file.bytes() << picture;
    }
    DicomFile ybrRle(4, 1, 1, 8);
    ybrRle.syntax = rle;
    ybrRle.setColour("YBR_FULL");
    ybrRle.setFragments({test::compressed({4, 1, 8, 8, false, 3},
                                          laid({76, 85, 255, 255, 128, 128, 0, 128, 128, 100, 128, 128}, 1), rle)});
    QTest::newRow("YBR_FULL in RLE") << ybrRle.bytes() << fromYbr;
}

void SyntaxesTest::readsColours() {
    QFETCH(QByteArray, bytes);
    QFETCH(Numbers, rgb);
    const io::Scan scan = scanned(bytes);
    for (const io::Skipped& skipped : scan.skipped) QFAIL(qPrintable(skipped.reason));
    QCOMPARE(scan.found.at(0).header.type, StoredType::Rgb24);
    QCOMPARE(voxelsOf(scan.found[0]), rgb);
}

void SyntaxesTest::readsPalettes_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Numbers>("rgb");
    struct Kind {
        const char* name;
        int entries, first, bits; ///< Of the tables
        QByteArray red, green, blue;
        bool segmented = false;
    };
    const auto row = [](const Kind& k, int pixelBits, bool isSigned, const Numbers& pixels, const Numbers& rgb,
                        bool big = false) {
        DicomFile file(static_cast<int>(pixels.size()), 1, 1, pixelBits, isSigned);
        file.text(0x00280004, "CS", "PALETTE COLOR");
        file.bigEndian = big;
        if (big) file.syntax = bigEndian;
        quint32 c = 0;
        for (const QByteArray& table : {k.red, k.green, k.blue}) {
            file.numbers(0x00281101 + c, isSigned ? "SS" : "US", {k.entries, k.first, k.bits});
            file.elements[(k.segmented ? 0x00281221 : 0x00281201) + c++] = {"OW", table};
        }
        file.setPixels(laid(pixels, pixelBits / 8, big), pixelBits == 8 ? "OB" : "OW");
        QTest::newRow(k.name) << file.bytes() << rgb;
    };
    const auto wide = [](const Numbers& n) { return laid(n, 2); };
    const auto narrow = [](const Numbers& n) { return laid(n, 1); };
    const Numbers rgb{10, 20, 30, 255, 0, 128, 1, 2, 3};
    row({"16 bits", 3, 0, 16, wide({10 << 8, 255 << 8, 1 << 8}), wide({20 << 8, 0, 2 << 8}),
         wide({30 << 8, 128 << 8, 3 << 8})},
        8, false, {0, 1, 2}, rgb);
    row({"8 bits, two to a word", 4, 0, 8, narrow({10, 255, 1, 0}), narrow({20, 0, 2, 0}), narrow({30, 128, 3, 0})}, 8,
        false, {0, 1, 2}, rgb);
    row({"8 bits, one to a word", 3, 0, 8, wide({10, 255, 1}), wide({20, 0, 2}), wide({30, 128, 3})}, 8, false,
        {0, 1, 2}, rgb);
    row({"big-endian, two to a word", 4, 0, 8, narrow({255, 10, 0, 1}), narrow({0, 20, 0, 2}), narrow({128, 30, 0, 3})},
        8, false, {0, 1, 2}, rgb, true);
    row({"from a later number on, held at both ends", 3, 1000, 16, wide({10 << 8, 255 << 8, 1 << 8}),
         wide({20 << 8, 0, 2 << 8}), wide({30 << 8, 128 << 8, 3 << 8})},
        16, false, {3, 1001, 60000}, rgb);
    row({"signed", 3, -1, 16, wide({10 << 8, 255 << 8, 1 << 8}), wide({20 << 8, 0, 2 << 8}),
         wide({30 << 8, 128 << 8, 3 << 8})},
        16, true, {-1, 0, 1}, rgb);
    // PS3.3 C.7.9.2: two numbers as they are, a line over four to the last; and that line again, from byte 8 on
    const Numbers line{0, 2, 0, 100 << 8, 1, 4, 200 << 8, 2, 1, 8, 0};
    const Numbers colours{0, 100, 125, 150, 175, 200, 200, 200, 200, 200};
    Numbers grey;
    for (const double c : colours) grey.insert(grey.end(), {c, c, c});
    row({"segments", 10, 0, 16, wide(line), wide(line), wide(line), true}, 8, false, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        grey);
    const QByteArray small = narrow({0, 2, 0, 100, 1, 4, 200, 0});
    row({"segments of 8 bits", 6, 0, 8, small, small, small, true}, 8, false, {0, 1, 2, 3, 4, 5},
        Numbers(grey.begin(), grey.begin() + 18));
}

void SyntaxesTest::readsPalettes() { readsColours(); }

void SyntaxesTest::keepsSignsThatReachTheTop() {
    // As the sample mlut_18 of pydicom: 12 bits by the header, but -2048 to 4095 with a sign in all upper bits.
    DicomFile file(4, 1, 1, 16, true);
    file.setBits(16, 12, 11, true);
    file.setPixels(laid({-2048, -1, 2047, 4095}, 2));
    QCOMPARE(voxelsOf(scanned(file.bytes()).found.at(0)), (Numbers{-2048, -1, 2047, 4095}));
}

void SyntaxesTest::readsOddFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    const Numbers values{1, 2, 3, 4, 5, 6, 7, 8, 9};
    const auto file = [&] {
        DicomFile f(3, 3, 1, 8);
        f.setPixels(laid(values, 1), "OB");
        return f;
    };
    DicomFile f = file();
    QTest::newRow("odd length of pixels") << f.bytes();
    f.preamble = false;
    QTest::newRow("no preamble") << f.bytes();
    f.meta = false;
    QTest::newRow("no meta header") << f.bytes();
    f.isImplicit = true;
    QTest::newRow("no meta header, implicit") << f.bytes();
    f = file();
    f.meta = f.preamble = false;
    f.bigEndian = true;
    QTest::newRow("no meta header, big-endian") << f.bytes();
    f = file();
    f.syntax = implicitEndian;
    QTest::newRow("called implicit, is explicit") << f.bytes();
    f.syntax = littleEndian;
    f.isImplicit = true;
    QTest::newRow("called explicit, is implicit") << f.bytes();
    f = file();
    f.syntax = deflatedSet;
    QByteArray wrapped = f.bytes();
    f.syntax = littleEndian;
    const qsizetype at = wrapped.indexOf("1.2.840.10008.1.2.1.99") + 22;
    wrapped =
        wrapped.left(at) + DicomFile::deflated(f.bytes().mid(f.bytes().indexOf(QByteArray("\x08\0\x16\0", 4))), 15);
    QTest::newRow("deflated with zlib's wrapping") << wrapped;
    // Elements before the pixels that are not as they should be. An item with (0028,0010) = 99 in each, to fall into.
    const QByteArray trap("\x28\0\x10\0US\2\0\x63\0", 10), trapImplicit("\x28\0\x10\0\2\0\0\0\x63\0", 10);
    const QByteArray itemEnd("\xfe\xff\x0d\xe0\0\0\0\0", 8), sequenceEnd("\xfe\xff\xdd\xe0\0\0\0\0", 8),
        open("\xfe\xff\0\xe0\xff\xff\xff\xff", 8), undefined("\xff\xff\xff\xff", 4);
    const auto with = [&](const char* name, const QByteArray& extra) {
        QByteArray bytes = file().bytes();
        bytes.insert(bytes.indexOf(QByteArray("\x20\0\x0d\0", 4)), extra);
        QTest::newRow(name) << bytes;
    };
    const QByteArray sq("\x08\0\x40\x11SQ\0\0", 8), un("\x09\0\x40\x11UN\0\0", 8), ob("\x09\0\x40\x11OB\0\0", 8);
    const auto length = [](qsizetype n) {
        QByteArray b;
        DicomFile::number(b, n, 4, false);
        return b;
    };
    with("sequence", sq + undefined + open + trap + itemEnd + sequenceEnd);
    with("item without an end", sq + undefined + open + trap + sequenceEnd);
    with("sequence without an end", sq + undefined + open + trap + itemEnd);
    with("item with length and end", sq + undefined + DicomFile::item(trap) + itemEnd + sequenceEnd);
    with("stray ends", itemEnd + sequenceEnd);
    with("unknown of undefined length, implicit", un + undefined + open + trapImplicit + itemEnd + sequenceEnd);
    with("unknown of undefined length, explicit", un + undefined + open + trap + itemEnd + sequenceEnd);
    with("unknown of defined length", un + length(18) + DicomFile::item(trapImplicit));
    with("icon in fragments", sq + undefined + open + QByteArray("\xe0\x7f\x10\0OB\0\0", 8) + undefined +
                                  DicomFile::item({}) + DicomFile::item(trap + trap) + sequenceEnd + itemEnd +
                                  sequenceEnd);
    with("odd length", QByteArray("\x09\0\x40\x11LO\3\0abc", 11));
    with("length of two bytes for UN", QByteArray("\x09\0\x40\x11UN\4\0abcd", 12));
    with("length of two bytes for OB", QByteArray("\x09\0\x40\x11OB\4\0abcd", 12));
    with("length of four bytes for an unknown VR", QByteArray("\x09\0\x40\x11XX\0\0\4\0\0\0abcd", 16));
    with("VR of question marks", QByteArray("\x09\0\x40\x11??\4\0abcd", 12));
    with("VR of zeros", QByteArray("\x09\0\x40\x11\0\0\4\0abcd", 12));
    with("an implicit element among explicit ones", QByteArray("\x09\0\x40\x11\4\0\0\0abcd", 12));
    with("group length", QByteArray("\x09\0\0\0UL\4\0\0\0\0\0", 12));
}

void SyntaxesTest::readsOddFiles() {
    QFETCH(QByteArray, bytes);
    const io::Scan scan = scanned(bytes);
    for (const io::Skipped& skipped : scan.skipped) QFAIL(qPrintable(skipped.reason));
    QCOMPARE(voxelsOf(scan.found.at(0)), (Numbers{1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

void SyntaxesTest::saysWhyNot_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const DicomFile& file, const char* sentence) {
        QTest::newRow(name) << file.bytes() << QString::fromLatin1(sentence);
    };
    DicomFile f(4, 4, 1, 8);
    f.setPixels(QByteArray(64, '\1'));
    f.numbers(0x00280002, "US", {4});
    row("ARGB", f,
        "IM_1 stores its pixels in a way Neuraxis cannot show (4 samples). Export it again in a common form.");
    f = DicomFile(4, 4, 1, 64);
    f.setPixels(QByteArray(128, '\1'));
    row("64 bits", f,
        "IM_1 stores its pixels in a way Neuraxis cannot show (64 bits). Export it again in a common form.");
    f = DicomFile(4, 4, 1, 8);
    f.setPixels({});
    row("no pixels", f, "IM_1 has a header but no pixels. Export it again.");
    f.setFragments({QByteArray(64, '\1')});
    f.syntax = "1.2.840.10008.1.2.4.102";
    row("film", f, "IM_1 holds a film (H.264), which Neuraxis does not play.");
    f.syntax = "1.2.840.10008.1.2.4.110";
    row("JPEG XL", f, "IM_1 is compressed as JPEG XL, which Neuraxis does not read. Export it again uncompressed.");
    f.syntax = "1.2.840.10008.1.2.4.90";
    row("damaged stream", f,
        "IM_1 cannot be decompressed; it is damaged or compressed in an unknown way. Export it again uncompressed.");
    f = DicomFile(8, 8, 3, 8);
    f.syntax = rle;
    const QByteArray frame = test::compressed({8, 8, 8, 8}, QByteArray(64, '\1'), rle);
    f.setFragments({frame, frame});
    row("fewer frames than promised", f,
        "IM_1 is cut short: it ends before its voxels do. Copy it again from its source.");
}

void SyntaxesTest::saysWhyNot() {
    QFETCH(QByteArray, bytes);
    const io::Scan scan = scanned(bytes);
    QCOMPARE(scan.skipped.size(), std::size_t(1));
    QTEST(scan.skipped[0].reason, "sentence");
}

void SyntaxesTest::opensWhatIsThere() {
    DicomFile f(2, 2, 9, 8);
    f.setPixels(laid({1, 2, 3, 4, 5, 6, 7, 8}, 1));
    io::Scan scan = scanned(f.bytes());
    QCOMPARE(scan.found.at(0).header.size, (std::array<int, 3>{2, 2, 2}));
    QStringList codes;
    for (const Finding& finding : scan.found[0].header.findings) codes << finding.code;
    QVERIFY(codes.contains(QStringLiteral("truncated")));
    f.text(0x00280008, "IS", "1A"); // pydicom's badVR
    scan = scanned(f.bytes());
    QCOMPARE(voxelsOf(scan.found.at(0)), (Numbers{1, 2, 3, 4, 5, 6, 7, 8}));
}

void SyntaxesTest::readsBeyondTwoGigabytes() {
    // 2.2 GB of which only the ends are on disk; only the last frame's place is looked at.
    const QTemporaryDir dir;
    constexpr int columns = 1024, rows = 1024, frames = 1100;
    DicomFile f(columns, rows, frames, 16);
    f.setPixels({});
    QByteArray start = f.bytes();
    constexpr qint64 length = qint64(columns) * rows * frames * 2;
    qToLittleEndian(static_cast<quint32>(length), start.data() + start.size() - 4);
    QFile file(dir.filePath(QStringLiteral("a")));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(start);
    if (!file.resize(start.size() + length)) QSKIP("no room for a file with holes");
    file.close();
    io::Job job;
    const io::Scan scan = io::scan({file.fileName()}, job);
    QCOMPARE(scan.found.at(0).header.size, (std::array<int, 3>{columns, rows, frames}));
    QVERIFY(scan.skipped.empty());
}

NEURAXIS_TEST_MAIN(SyntaxesTest)
#include "tst_io_syntaxes.moc"

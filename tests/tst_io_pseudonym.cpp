#include "core/io/csa_header.h"
#include "core/io/dicom_frame.h"
#include "core/io/dicom_import.h"
#include "core/io/key_table.h"
#include "core/io/private_keep.h"
#include "core/io/scan.h"
#include "tests/all_phantoms.h"
#include "tests/dicom_encoders.h"
#include "tests/sample_data.h"
#include "tests/test_main.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <atomic>
#include <cctype>
#include <functional>
#include <set>
#include <sys/stat.h>
#include <thread>

using namespace neuraxis;
using test::DicomFile;
using test::little;

namespace {

// What is planted; nothing of it may be in a copy. Names, numbers, days and places are made up.
const QByteArrayList planted{
    "Jansen",         "Pieter",        "Bakker",   "Willem",   "Dijkstra",   "UMCU0099817", "19480317",
    "17-03-1948",     "480317",        "1948",     "20210902", "2021-09-02", "210902",      "Ziekenhuis Voorbeeld",
    "Dorpsstraat 12", "MRSCAN7X",      "SN45053Z", "ACC77120", "0301234567", "STORESCU9",   "1.3.46.670589.11.45053",
    "M\xfcller",      "M\xc3\xbcller", "Muller"};

constexpr const char* studyUid = "1.3.46.670589.11.45053.5.0.8352.2021090213383900001";
constexpr const char* seriesUid = "1.3.46.670589.11.45053.5.0.8352.2021090213413388013";
constexpr const char* frameUid = "1.3.46.670589.11.45053.5.0.8352.2021090213380000002";

QByteArray element(quint32 tag, const char* vr, QByteArray value) {
    QByteArray b;
    DicomFile::number(b, tag >> 16, 2, false);
    DicomFile::number(b, tag & 0xffff, 2, false);
    if (value.size() % 2) value += ' ';
    const bool wide = QByteArray(vr) == "SQ" || QByteArray(vr) == "UN" || vr[0] == 'O';
    b += QByteArray(vr, 2) + QByteArray(wide ? 2 : 0, '\0');
    DicomFile::number(b, value.size(), wide ? 4 : 2, false);
    return b + value;
}
QByteArray item(const QByteArray& inside) { return DicomFile::item(inside); }

/// An identifier of one slice of one visit, as Philips scanners make them: with serial number and time.
QByteArray instanceUid(int slice) { return QByteArray(seriesUid).chopped(3) + QByteArray::number(100 + slice); }

/// A Philips slice with the person planted in every place that was thought of.
QByteArray plantedSlice(int slice, const QByteArray& day = "20210902") {
    constexpr int columns = 6, rows = 5;
    DicomFile f(columns, rows, 1, 16);
    f.text(0x00080005, "CS", "ISO_IR 100");
    f.text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M_FFE\\M\\FFE");
    f.text(0x00080012, "DA", day);
    f.text(0x00080014, "UI", "1.3.46.670589.11.45053.5");
    f.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.4");
    f.text(0x00080018, "UI", instanceUid(slice));
    for (const quint32 tag : {0x00080020U, 0x00080021U, 0x00080022U, 0x00080023U}) f.text(tag, "DA", day);
    f.text(0x0008002a, "DT", day + "134133.25+0200");
    f.text(0x00080030, "TM", "133839");
    f.text(0x00080050, "SH", "ACC77120");
    f.text(0x00080060, "CS", "MR");
    f.text(0x00080070, "LO", "Philips Medical Systems");
    f.text(0x00080080, "LO", "Ziekenhuis Voorbeeld");
    f.text(0x00080081, "ST", "Dorpsstraat 12");
    f.text(0x00080090, "PN", "Dijkstra^Anna");
    f.text(0x00081010, "SH", "MRSCAN7X");
    f.text(0x00081030, "LO", "Brain UMCU0099817 M\xfcller");
    f.text(0x0008103e, "LO", "T1 3D_JANSEN_2021-09-02");
    f.text(0x00081070, "PN", "Bakker^Willem");
    f.elements[0x00081140] = {"SQ", item(element(0x00081150, "UI", "1.2.840.10008.5.1.4.1.1.4") +
                                         element(0x00081155, "UI", instanceUid(0)) +
                                         element(0x00100010, "PN", "Jansen^Pieter"))};
    f.text(0x00100010, "PN", "Jansen^Pieter^M\xfcller");
    f.text(0x00100020, "LO", "UMCU0099817");
    f.text(0x00100030, "DA", "19480317");
    f.text(0x00100040, "CS", "M");
    f.elements[0x00101002] = {"SQ", item(element(0x00100020, "LO", "UMCU0099817"))};
    f.text(0x00101010, "AS", "073Y");
    f.text(0x00101020, "DS", "1.78");
    f.text(0x00101030, "DS", "81.5");
    f.text(0x00101040, "LO", "Dorpsstraat 12");
    f.text(0x00102154, "SH", "0301234567");
    f.elements[0x00104000] = {"UN", "Pieter Jansen, 17-03-1948"};
    f.text(0x00180015, "CS", "JANSEN");
    f.text(0x00180020, "CS", "GR");
    f.text(0x00180050, "DS", "3");
    f.text(0x00180080, "DS", "6.5");
    f.text(0x00180081, "DS", "2.93");
    f.text(0x00180087, "DS", "Jansen");
    f.text(0x00181000, "LO", "SN45053Z");
    f.text(0x00181020, "LO", "5.7.1 for PIETERJANSEN");
    f.text(0x00181030, "LO", "WIP_JansenPieter_T1_210902");
    f.text(0x00181314, "DS", "9");
    f.text(0x00189fff, "LO", "Jansen"); // no such element
    f.text(0x0020000d, "UI", studyUid);
    f.text(0x0020000e, "UI", seriesUid);
    f.text(0x00200010, "SH", "0301234567");
    f.text(0x00200011, "IS", "2201");
    f.text(0x00200013, "IS", QByteArray::number(slice + 1));
    f.text(0x00200032, "DS", "-10\\20.5\\" + QByteArray::number(3 * slice));
    f.text(0x00200037, "DS", "1\\0\\0\\0\\1\\0");
    f.text(0x00200052, "UI", frameUid);
    f.text(0x00204000, "LT", "call 0301234567, ask for Jansen");
    f.text(0x00280030, "DS", "2\\1.5");
    f.text(0x00281052, "DS", "-5");
    f.text(0x00281053, "DS", "2");
    f.text(0x00321032, "PN", "Dijkstra^Anna");
    f.text(0x00380010, "LO", "UMCU0099817");
    f.text(0x00400244, "DA", day);
    f.text(0x00400254, "LO", "MR brain 2 september 2021, Jansen");
    f.elements[0x00400275] = {"SQ",
                              item(element(0x00400007, "LO", "MR Jansen") + element(0x00401001, "SH", "ACC77120"))};
    f.elements[0x00880200] = {"SQ", item(element(0x7fe00010, "OB", "JANSEN"))};
    // Private: one block that is safe in part, one that is not, one without a name, one named after the person
    f.text(0x00090010, "LO", "ZORG INFORMATIE 1.0");
    f.text(0x00091001, "LO", "Jansen 19480317");
    f.text(0x00111001, "LO", "Jansen");
    f.text(0x00130010, "LO", "Jansen");
    f.text(0x00131001, "LO", "UMCU0099817");
    f.text(0x20010010, "LO", "Philips Imaging DD 001");
    f.elements[0x20011003] = {"FL", little(1000.0F)};
    f.text(0x20011004, "CS", "Jansen");
    f.text(0x200110c8, "LO", "Jansen ExamCard");
    f.text(0x20050014, "LO", "Philips MR Imaging DD 005");
    f.text(0x20050010, "LO", "Philips MR Imaging DD 001");
    f.elements[0x2005100e] = {"FL", little(0.25F)};
    f.text(0x20051011, "CS", "M");
    f.text(0x20051012, "DA", day);
    f.elements[0x2005140f] = {
        "SQ", item(element(0x00080018, "UI", instanceUid(slice)) + element(0x00080023, "DA", day) +
                   element(0x00100010, "PN", "Jansen^Pieter") + element(0x00200032, "DS", "9\\9\\9") +
                   element(0x20010010, "LO", "Philips Imaging DD 001") + element(0x20011018, "SL", little(qint32(3))) +
                   element(0x200110c8, "LO", "Jansen ExamCard") +
                   element(0x20050010, "LO", "Philips MR Imaging DD 001") + element(0x2005100e, "FL", little(0.25F)))};
    f.elements[0x00290010] = {"LO", "SIEMENS CSA HEADER"};
    f.elements[0x00291010] = {"OB", test::csaHeader({{"B_value", {"1000"}},
                                                     {"PatientName", {"Jansen"}},
                                                     {"UsedPatientWeight", {"81"}},
                                                     {"ReferencedImageUID", {instanceUid(1)}},
                                                     {"MosaicRefAcqTimes", {"17-03-1948", "Jansen"}}})};
    f.elements[0x00291020] = {"OB", "Pieter Jansen UMCU0099817 tPatientName"};
    f.text(0x50003000, "LO", "Jansen");
    f.text(0x60000022, "LO", "Jansen overlay");
    f.elements[0x60003000] = {"OW", "JANSENPIETER"};
    f.elements[0x00700001] = {"SQ", item(element(0x00700006, "ST", "Pieter Jansen"))};
    f.elements[0x04000561] = {"SQ", item(element(0x00100010, "PN", "Jansen^Pieter"))};
    QByteArray pixels;
    for (int i = 0; i < columns * rows; ++i) DicomFile::number(pixels, i * 37 + slice, 2, false);
    f.setPixels(pixels + "JANSEN");
    f.elements[0xfffafffa] = {"SQ", item(element(0x04000115, "OB", "Jansen"))};
    f.elements[0xfffcfffc] = {"OB", "UMCU0099817 Jansen"};
    QByteArray bytes = f.bytes() + "Pieter Jansen";
    bytes.replace(0, 24, "UMCU0099817 Jansen Pieter ");
    bytes.remove(24, 2);
    bytes.insert(bytes.indexOf("DICM") + 4 + 8 + 20, element(0x00020016, "AE", "STORESCU9"));
    return bytes;
}

io::Pseudonym pseudonym() {
    return {QStringLiteral("ALS-0042"), QStringLiteral("1"), -50000, QByteArray(32, 'k'), false};
}

io::DicomCopies copied(const QStringList& paths, const QString& folder, const io::Pseudonym& as = pseudonym()) {
    io::Job job;
    return io::copyDicom(io::findDicom(paths, job), as, folder, job);
}

QStringList filesBelow(const QString& folder) {
    QStringList files;
    QDirIterator entry(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entry.hasNext()) files << entry.next();
    files.sort();
    return files;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray letters(const QByteArray& bytes) {
    QByteArray plain;
    for (const char c : bytes)
        if (isalnum(static_cast<unsigned char>(c)) || (c & 0x80)) plain += c;
    return plain;
}

/// The first word that any byte of a file or name below the folder tells: as it is, in UTF-16, without separators.
QString leak(const QString& folder, const QByteArrayList& words) {
    for (const QString& path : filesBelow(folder)) {
        const QByteArray bytes = contents(path).toLower() + QDir(folder).relativeFilePath(path).toUtf8().toLower();
        const QByteArray joined = letters(bytes);
        for (const QByteArray& word : words) {
            QByteArray little, big;
            for (const char c : word.toLower()) {
                little += QByteArray(1, c) + '\0';
                big += '\0' + QByteArray(1, c);
            }
            const QByteArray plain = letters(word).toLower();
            if (bytes.contains(word.toLower()) || bytes.contains(little) || bytes.contains(big) ||
                (plain.size() > 5 && !word.contains('.') && joined.contains(plain)))
                return QString::fromLatin1(word) + QStringLiteral(" in ") + QDir(folder).relativeFilePath(path);
        }
    }
    return {};
}

/// What must be the same of an image and its copy, as text.
QString describe(const io::Found& found, io::Job& job) {
    const VolumeHeader& h = found.header;
    QString text;
    QDebug out(&text);
    out.nospace() << h.size[0] << 'x' << h.size[1] << 'x' << h.size[2] << 'x' << h.volumes << ' '
                  << storedTypeName(h.type) << ' ' << h.slope << ' ' << h.intercept << ' ' << h.unit << ' '
                  << h.component << ' ' << h.series.modality << ' ' << h.series.number << ' ' << h.series.protocol;
    for (int axis = 0; axis < 3; ++axis) {
        const WorldVector step = h.voxelToLps.step(axis);
        out << " step " << step.x << ' ' << step.y << ' ' << step.z;
    }
    const WorldPoint origin = h.voxelToLps.toWorld({0, 0, 0});
    out << " at " << origin.x << ' ' << origin.y << ' ' << origin.z;
    for (const Scaling& s : h.scalings) out << ' ' << s.name << ' ' << s.slope << ' ' << s.intercept << ' ' << s.unit;
    for (const WindowPreset& w : h.windowPresets) out << ' ' << w.name << ' ' << w.centre << ' ' << w.width;
    for (const Finding& finding : h.findings) out << ' ' << finding.code;
    try {
        const auto volume = io::read(found, job);
        const QByteArray voxels(reinterpret_cast<const char*>(volume->voxels()), qsizetype(h.bytes()));
        out << ' ' << QCryptographicHash::hash(voxels, QCryptographicHash::Sha256).toHex();
    } catch (const io::Error&) {
        out << " unreadable";
    }
    return text;
}

/// Compares what opens of the originals and of the copies: voxels, place, fourth dimension, acquisition.
void compareScans(const io::Scan& before, const io::Scan& after) {
    io::Job job;
    QCOMPARE(after.found.size(), before.found.size());
    std::vector<bool> used(after.found.size());
    for (const io::Found& original : before.found) {
        const QString wanted = describe(original, job);
        QStringList seen;
        bool isThere = false;
        for (std::size_t i = 0; i < after.found.size() && !isThere; ++i) {
            if (used[i]) continue;
            const VolumeHeader& h = after.found[i].header;
            const QString text = describe(after.found[i], job);
            seen << text;
            if (text != wanted || h.fourth != original.header.fourth || h.acquisition != original.header.acquisition)
                continue;
            isThere = used[i] = true;
        }
        QVERIFY2(isThere, qPrintable(wanted + QStringLiteral("\nis none of\n") + seen.join(u'\n')));
    }
}

io::Scan scanned(const QString& path) {
    io::Job job;
    return io::scan({path}, job);
}

/// All identifiers, dates and names in a folder's originals that a copy must not have.
QByteArrayList tellingValues(const QString& folder) {
    std::set<QByteArray> words;
    const std::function<void(const io::DicomDataset&)> walk = [&](const io::DicomDataset& dataset) {
        for (const io::DicomElement& e : dataset.elements) {
            const QByteArray vr(e.vr, 2);
            const QByteArray value = dataset.bytes(e.tag);
            const bool isId = e.tag == 0x00100010 || e.tag == 0x00100020 || e.tag == 0x00080050 || e.tag == 0x00181000;
            static const QRegularExpression uid(QStringLiteral("^[0-2](\\.[0-9]+){5,}$")); // where no VR tells it
            if (vr == "PN" || isId || uid.match(QString::fromLatin1(value)).hasMatch())
                for (const QByteArray& one : value.split(vr == "PN" ? '^' : '\\'))
                    if (one.size() > 5 && !one.startsWith("1.2.840.10008."))
                        words.insert(one.startsWith("2.25.") ? one : one.split('.').mid(0, 6).join('.')); // the root
            if ((vr == "DA" || vr == "DT") && value.size() >= 8) words.insert(value.left(8));
            for (const io::DicomDataset& inside : e.items) walk(inside);
        }
    };
    for (const QString& path : filesBelow(folder)) {
        try {
            const io::FileHead head = io::readHead(path);
            if (!io::isDicom(head.bytes, path.toLower())) continue;
            QByteArray bytes;
            qint64 size = 0;
            const io::DicomParse parse = io::parseDicomFile(head, bytes, size);
            if (parse.dataset.has(0x00080016)) walk(parse.dataset);
        } catch (const io::Error&) {
        }
    }
    return {words.begin(), words.end()};
}

} // namespace

/// Copies of DICOM images under a pseudonym.
class PseudonymTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyByteIsClean();
    void compressedWordsAreGone_data();
    void compressedWordsAreGone();
    void opensTheSame();
    void everyPhantomOpensTheSame_data();
    void everyPhantomOpensTheSame();
    void keepsWhatTheStudyNeeds();
    void worksOutAges();
    void keepsCanonsWeighting();
    void intervalsStayTrue();
    void identifiersStayConsistent();
    void keepsVendorsPhysics();
    void csaHoldsOnlyPhysics();
    void refusesCaptures_data();
    void refusesCaptures();
    void damagedFilesGiveASentence();
    void changedBytesDoNoHarm();
    void refusesSeveralPeople_data();
    void refusesSeveralPeople();
    void refusesUnusablePseudonyms();
    void againCopiesNothingTwice();
    void sameNumberOfTwoSeries();
    void cancelLeavesNothing();
    void fullDiskLeavesNothing();
    void keyTableIsKept();
    void keyTableRefuses();
    void shiftsDates_data();
    void shiftsDates();
    void samples_data();
    void samples();
};

void PseudonymTest::everyByteIsClean() {
    const QTemporaryDir from, to;
    for (int k = 0; k < 3; ++k) test::writeFile(from.filePath(QStringLiteral("Jansen_%1").arg(k)), plantedSlice(k));
    QByteArrayList words = planted;
    words << studyUid << seriesUid << frameUid;
    QVERIFY(!leak(from.path(), words).isEmpty()); // the search itself finds
    const io::DicomCopies copies = copied({from.path()}, to.filePath(QStringLiteral("c")));
    QCOMPARE(copies.written.size(), 3);
    QVERIFY(copies.refused.empty());
    QCOMPARE(leak(to.path(), words), QString());
    for (const QString& path : copies.written) {
        const QByteArray bytes = contents(path);
        QCOMPARE(bytes.left(132), QByteArray(128, '\0') + "DICM");
        QVERIFY(!bytes.contains("ZORG INFORMATIE"));
    }
    QCOMPARE(QDir(to.path()).relativeFilePath(copies.written[0]), QStringLiteral("c/2201/0001.dcm"));
}

void PseudonymTest::compressedWordsAreGone_data() {
    QTest::addColumn<QByteArray>("syntax");
    QTest::addColumn<QByteArray>("segment"); // its marker and what comes before the words
    QTest::newRow("JPEG, comment") << QByteArray("1.2.840.10008.1.2.4.70") << QByteArray("\xff\xfe", 2);
    QTest::newRow("JPEG, EXIF") << QByteArray("1.2.840.10008.1.2.4.70") << QByteArray("\xff\xe1", 2);
    QTest::newRow("JPEG-LS, comment") << QByteArray("1.2.840.10008.1.2.4.80") << QByteArray("\xff\xfe", 2);
    QTest::newRow("JPEG 2000, comment") << QByteArray("1.2.840.10008.1.2.4.90") << QByteArray("\xff\x64", 2);
}

void PseudonymTest::compressedWordsAreGone() {
    QFETCH(QByteArray, syntax);
    QFETCH(QByteArray, segment);
    constexpr int edge = 24;
    QByteArray pixels;
    for (int i = 0; i < edge * edge; ++i) pixels += static_cast<char>(i * 7 % 251);
    QByteArray stream = test::compressed({edge, edge, 8, 8}, pixels, syntax.constData());
    QVERIFY(!stream.isEmpty());
    const bool isWide = syntax.endsWith("90");
    const QByteArray words = (isWide ? QByteArray("\0\1", 2) : QByteArray()) + "Jansen^Pieter 19480317";
    segment += QByteArray(1, '\0') + static_cast<char>(words.size() + 2) + words;
    // Behind the start; of JPEG 2000 behind the size too, which is to be first
    const qsizetype at = isWide ? 4 + 256 * static_cast<quint8>(stream[4]) + static_cast<quint8>(stream[5]) : 2;
    stream.insert(at, segment);
    if (stream.size() % 2) stream += '\0';
    DicomFile file(edge, edge, 1, 8);
    file.syntax = syntax;
    file.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.4");
    file.setFragments({stream});
    const QTemporaryDir from, to;
    test::writeFile(from.filePath(QStringLiteral("a.dcm")), file.bytes());
    QVERIFY(!leak(from.path(), planted).isEmpty());
    const io::DicomCopies copies = copied({from.path()}, to.path());
    QCOMPARE(copies.written.size(), 1);
    QCOMPARE(leak(to.path(), planted), QString());
    io::Job job;
    const auto volume = io::read(scanned(to.path()).found.at(0), job);
    QCOMPARE(QByteArray(reinterpret_cast<const char*>(volume->voxels()), pixels.size()), pixels);
}

void PseudonymTest::opensTheSame() {
    const QTemporaryDir from, to;
    for (int k = 0; k < 3; ++k) test::writeFile(from.filePath(QString::number(k)), plantedSlice(k));
    copied({from.path()}, to.path());
    const io::Scan before = scanned(from.path()), after = scanned(to.path());
    QCOMPARE(before.found.size(), 1U);
    QCOMPARE(before.found[0].header.size, (std::array<int, 3>{6, 5, 3}));
    compareScans(before, after);
    QCOMPARE(after.found[0].header.name, QStringLiteral("T1 3D_…_…"));
}

void PseudonymTest::everyPhantomOpensTheSame_data() {
    QTest::addColumn<QByteArray>("bytes");
    int number = 0;
    for (const auto& phantom : test::dicomPhantoms()) QTest::addRow("%d", ++number) << phantom.bytes;
}

void PseudonymTest::everyPhantomOpensTheSame() {
    QFETCH(QByteArray, bytes);
    const QTemporaryDir from, to;
    test::writeFile(from.filePath(QStringLiteral("a")), bytes);
    const io::DicomCopies copies = copied({from.path()}, to.path());
    QVERIFY2(copies.refused.empty(), copies.refused.empty() ? "" : qPrintable(copies.refused[0].reason));
    compareScans(scanned(from.path()), scanned(to.path()));
    QCOMPARE(leak(to.path(), {"Secret"}), QString());
}

void PseudonymTest::keepsWhatTheStudyNeeds() {
    const QTemporaryDir from, to;
    test::writeFile(from.filePath(QStringLiteral("a")), plantedSlice(0));
    const io::DicomCopies copies = copied({from.path()}, to.path());
    QCOMPARE(copies.written.size(), 1);
    const io::FileHead head = io::readHead(copies.written[0]);
    QByteArray bytes;
    qint64 size = 0;
    const io::DicomParse parse = io::parseDicomFile(head, bytes, size);
    const io::DicomDataset& d = parse.dataset;
    struct Row {
        io::DicomTag tag;
        const char* value;
    };
    for (const auto& [tag, value] :
         {Row{0x00100010, "ALS-0042"}, Row{0x00100020, "ALS-0042"}, Row{0x00100030, ""}, Row{0x00100040, "M"},
          Row{0x00101010, "073Y"}, Row{0x00101020, "1.78"}, Row{0x00101030, "81.5"}, Row{0x00080030, "133839"},
          Row{0x00120062, "YES"}, Row{0x00280303, "MODIFIED"}, Row{0x00120050, "1"}, Row{0x00080050, ""},
          Row{0x00081070, ""}})
        QCOMPARE(d.bytes(tag), QByteArray(value));
    for (const io::DicomTag tag : {0x00100030U, 0x00080050U, 0x00200010U, 0x00080090U}) QVERIFY(d.has(tag)); // type 2
    for (const io::DicomTag tag : {0x00104000U, 0x00204000U, 0x00101040U, 0x00880200U}) QVERIFY(!d.has(tag));
    const auto* codes = d.find(0x00120064);
    QVERIFY(codes);
    QByteArrayList values;
    for (const io::DicomDataset& code : codes->items) values << code.bytes(0x00080100);
    QCOMPARE(values, (QByteArrayList{"113100", "113105", "113107", "113108", "113111"}));
    QCOMPARE(d.number(0x2005100e), std::optional(0.25));
    QVERIFY(d.item(0x2005140f) && !d.item(0x2005140f)->has(0x00080018));
}

void PseudonymTest::worksOutAges() {
    for (const auto& [born, age] : {std::pair("19480902", "073Y"), {"19480903", "072Y"}, {"20210903", ""}, {"", ""}}) {
        const QTemporaryDir from, to;
        test::DicomPhantom p;
        p.typed[0x00080020] = {"DA", "20210902"};
        p.typed[0x00100030] = {"DA", born};
        p.write(from.filePath(QStringLiteral("a")));
        const io::DicomCopies copies = copied({from.path()}, to.path());
        const io::FileHead head = io::readHead(copies.written.value(0));
        QByteArray bytes;
        qint64 size = 0;
        QCOMPARE(io::parseDicomFile(head, bytes, size).dataset.bytes(0x00101010), QByteArray(age));
    }
}

void PseudonymTest::keepsCanonsWeighting() {
    const QTemporaryDir from, to;
    test::DicomPhantom p;
    p.more[0x00080070] = "TOSHIBA_MEC";
    p.more[0x00181312] = "COL";
    p.more[0x00204000] = "b=1000(0.6,0.8,0.0)";
    p.write(from.filePath(QStringLiteral("a")));
    copied({from.path()}, to.path());
    const io::Scan before = scanned(from.path());
    QCOMPARE(before.found[0].header.fourth.bValues, std::vector<double>{1000});
    compareScans(before, scanned(to.path()));
}

void PseudonymTest::intervalsStayTrue() {
    const QTemporaryDir from, to;
    const auto dayOf = [&](const QByteArray& day) {
        test::writeFile(from.filePath(QString::fromLatin1(day)), plantedSlice(0, day));
        const QString folder = to.filePath(QString::fromLatin1(day));
        const io::DicomCopies copies = copied({from.filePath(QString::fromLatin1(day))}, folder);
        const io::FileHead head = io::readHead(copies.written.value(0));
        QByteArray bytes;
        qint64 size = 0;
        const io::DicomParse parse = io::parseDicomFile(head, bytes, size);
        const QByteArray date = parse.dataset.bytes(0x00080020), moment = parse.dataset.bytes(0x0008002a);
        if (moment != date + "134133.25+0200") return QDate();
        return QDate::fromString(QString::fromLatin1(date), QStringLiteral("yyyyMMdd"));
    };
    const QDate first = dayOf("20210902"), second = dayOf("20220110");
    QCOMPARE(first.daysTo(second), 130); // 28 + 31 + 30 + 31 + 10
    QCOMPARE(first, QDate(2021, 9, 2).addDays(-50000));
}

void PseudonymTest::identifiersStayConsistent() {
    const QTemporaryDir from, to;
    for (int k = 0; k < 2; ++k) test::writeFile(from.filePath(QString::number(k)), plantedSlice(k));
    const io::DicomCopies copies = copied({from.path()}, to.path());
    QByteArrayList studies, instances, references;
    for (const QString& path : copies.written) {
        const io::FileHead head = io::readHead(path);
        QByteArray bytes;
        qint64 size = 0;
        const io::DicomParse parse = io::parseDicomFile(head, bytes, size);
        studies << parse.dataset.bytes(0x0020000d);
        instances << parse.dataset.bytes(0x00080018);
        references << parse.dataset.item(0x00081140)->bytes(0x00081155);
        QCOMPARE(parse.dataset.bytes(0x00020003), instances.last());
        QCOMPARE(parse.dataset.bytes(0x00080016), QByteArray("1.2.840.10008.5.1.4.1.1.4"));
    }
    QCOMPARE(studies[0], studies[1]);
    QVERIFY(studies[0].startsWith("2.25.") && studies[0].size() <= 64);
    QVERIFY(instances[0] != instances[1]);
    QCOMPARE(references, (QByteArrayList{instances[0], instances[0]}));
    io::Pseudonym other = pseudonym();
    other.uidKey = QByteArray(32, 'o');
    QVERIFY(other.mappedUid(studyUid) != pseudonym().mappedUid(studyUid));
}

void PseudonymTest::keepsVendorsPhysics() {
    using Put = std::tuple<quint32, const char*, QByteArray, const char*>; // tag, VR, value, block
    const std::vector<std::pair<const char*, std::vector<Put>>> vendors{
        {"GE MEDICAL SYSTEMS",
         {{0x00431039, "IS", "1000001000\\8\\0\\0", "GEMS_PARM_01"},
          {0x0043102c, "SS", QByteArray("\x58\x02", 2), "GEMS_PARM_01"},
          {0x0043102f, "SS", QByteArray("\x01\0", 2), "GEMS_PARM_01"},
          {0x001910bb, "DS", "1 ", "GEMS_ACQU_01"},
          {0x001910bc, "DS", "0 ", "GEMS_ACQU_01"},
          {0x001910bd, "DS", "0 ", "GEMS_ACQU_01"}}},
        {"SIEMENS",
         {{0x0019100c, "IS", "1000", "SIEMENS MR HEADER"},
          {0x0019100e, "FD", test::reals<double>({0, 1, 0}), "SIEMENS MR HEADER"},
          {0x00191028, "FD", test::reals<double>({17.5}), "SIEMENS MR HEADER"}}},
        {"Philips",
         {{0x20011003, "FL", test::reals<float>({800}), "Philips Imaging DD 001"},
          {0x2005100e, "FL", test::reals<float>({0.004F}), "Philips MR Imaging DD 001"},
          {0x200510b0, "FL", test::reals<float>({0}), "Philips MR Imaging DD 001"},
          {0x200510b1, "FL", test::reals<float>({0}), "Philips MR Imaging DD 001"},
          {0x200510b2, "FL", test::reals<float>({1}), "Philips MR Imaging DD 001"}}},
        {"UIH",
         {{0x00651009, "FD", test::reals<double>({700}), "Image Private Header"},
          {0x00651037, "FD", test::reals<double>({1, 0, 0}), "Image Private Header"}}}};
    for (const auto& [vendor, elements] : vendors)
        for (const bool isImplicit : {false, true}) {
            const QTemporaryDir from, to;
            for (int v = 0; v < 2; ++v) {
                test::DicomPhantom p;
                p.isImplicit = isImplicit;
                p.instance = v + 1;
                p.position = "0\\0\\" + QByteArray::number(3 * v);
                p.more[0x00080070] = vendor;
                p.more[0x00181312] = "COL";
                p.more[0x00080018] = "1.2.3.4.5.6." + QByteArray::number(v + 1);
                for (const auto& [tag, vr, value, block] : elements) {
                    p.more[(tag & 0xffff0000) | (tag >> 8 & 0xff)] = block;
                    p.typed[tag] = {vr, value};
                }
                p.write(from.filePath(QString::number(v)));
            }
            const io::DicomCopies copies = copied({from.path()}, to.path());
            QCOMPARE(copies.written.size(), 2);
            const io::Scan before = scanned(from.path());
            QCOMPARE(before.found[0].header.fourth.bValues.size(), 1U);
            QVERIFY(before.found[0].header.fourth.bValues[0] > 0);
            compareScans(before, scanned(to.path()));
        }
}

void PseudonymTest::csaHoldsOnlyPhysics() {
    const QByteArray safe = io::safeCsa(test::csaHeader({{"PatientName", {"Jansen^Pieter"}},
                                                         {"B_value", {"1000"}},
                                                         {"DiffusionDirectionality", {"DIRECTIONAL"}},
                                                         {"SliceNormalVector", {"0.0", "-0.6", "0.8"}},
                                                         {"PhaseEncodingDirectionPositive", {"Jansen"}},
                                                         {"MosaicRefAcqTimes", {}},
                                                         {"ReferencedImageUID", {"1.3.12.2.1107.5.2.43"}}}));
    QStringList read;
    for (const io::CsaField& field : io::readCsa(safe))
        read << QString::fromLatin1(field.name + ' ' + field.values.join('\\'));
    QCOMPARE(read, (QStringList{QStringLiteral("B_value 1000"), QStringLiteral("DiffusionDirectionality DIRECTIONAL"),
                                QStringLiteral("SliceNormalVector 0.0\\-0.6\\0.8")}));
    // dcm2niix reads past the end of headers with fewer items
    QVERIFY(qFromLittleEndian<qint32>(safe.constData() + 16 + 76) >= 6);
    QVERIFY(io::safeCsa(QByteArray(400, 'J')).isEmpty());
}

void PseudonymTest::refusesCaptures_data() {
    QTest::addColumn<quint32>("tag");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("secondary capture") << 0x00080016U << QByteArray("1.2.840.10008.5.1.4.1.1.7");
    QTest::newRow("multi-frame capture") << 0x00080016U << QByteArray("1.2.840.10008.5.1.4.1.1.7.2");
    QTest::newRow("screen save") << 0x00080008U << QByteArray("DERIVED\\SECONDARY\\SCREEN SAVE");
    QTest::newRow("burned in") << 0x00280301U << QByteArray("YES");
    QTest::newRow("drawn into pixels") << 0x60000100U << QByteArray("\x10\0", 2);
}

void PseudonymTest::refusesCaptures() {
    QFETCH(quint32, tag);
    QFETCH(QByteArray, value);
    const QTemporaryDir from, to;
    test::DicomPhantom p;
    p.typed[tag] = {tag == 0x00080016 ? "UI" : tag == 0x60000100 ? "US" : "CS", value};
    p.write(from.filePath(QStringLiteral("a")));
    const io::DicomCopies copies = copied({from.path()}, to.filePath(QStringLiteral("c")));
    QVERIFY(copies.written.isEmpty());
    QCOMPARE(copies.refused.size(), 1U);
    QVERIFY(copies.refused[0].reason.contains(QStringLiteral("screen capture")));
    QVERIFY(filesBelow(to.path()).isEmpty());
    io::Pseudonym allowing = pseudonym();
    allowing.allowCaptures = true;
    QCOMPARE(copied({from.path()}, to.filePath(QStringLiteral("c")), allowing).written.size(), 1);
}

void PseudonymTest::damagedFilesGiveASentence() {
    // Each prefix of a file, and files that are none: a sentence, and nothing of theirs is written.
    const QByteArray whole = plantedSlice(0);
    const qsizetype end = whole.lastIndexOf(QByteArray("\xe0\x7f\x10\0OW", 6)) + 12 + 6 * 5 * 2;
    for (qsizetype length = 1; length < end; length += 97) {
        const QTemporaryDir from, to;
        test::writeFile(from.filePath(QStringLiteral("a.dcm")), whole.left(length));
        const io::DicomCopies copies = copied({from.path()}, to.filePath(QStringLiteral("c")));
        QVERIFY(copies.written.isEmpty());
        QCOMPARE(copies.refused.size(), 1U);
        QVERIFY(copies.refused[0].reason.contains(QStringLiteral("a.dcm")));
        QVERIFY(filesBelow(to.path()).isEmpty());
    }
    // Packed pixels without their end
    DicomFile packed(4, 4, 1, 16);
    packed.syntax = "1.2.840.10008.1.2.5";
    packed.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.4");
    packed.setFragments({DicomFile::runLengths(QByteArray(32, '\1'), 2, 1)});
    const QTemporaryDir from, to;
    test::writeFile(from.filePath(QStringLiteral("a.dcm")), packed.bytes().chopped(8));
    test::writeFile(from.filePath(QStringLiteral("notes.txt")), "Jansen");
    const io::DicomCopies copies = copied({from.path(), from.filePath(QStringLiteral("absent"))}, to.path());
    QVERIFY(copies.written.isEmpty());
    QCOMPARE(copies.refused.size(), 3U);
    QVERIFY(filesBelow(to.path()).isEmpty());
}

void PseudonymTest::changedBytesDoNoHarm() {
    // A copy that opens, or a sentence.
    QRandomGenerator random(4);
    for (const auto& phantom : test::dicomPhantoms())
        for (int round = 0; round < 12; ++round) {
            QByteArray bytes = phantom.bytes;
            for (int i = 0; i < 3; ++i)
                bytes[random.bounded(qsizetype(128), bytes.size())] = static_cast<char>(random.bounded(256));
            const QTemporaryDir from, to;
            test::writeFile(from.filePath(QStringLiteral("a.dcm")), bytes);
            const io::DicomCopies copies = copied({from.path()}, to.path());
            QCOMPARE(copies.written.size() + qsizetype(copies.refused.size()), 1);
            if (copies.written.isEmpty())
                QVERIFY(copies.refused[0].reason.contains(QStringLiteral("a.dcm")));
            else
                QCOMPARE(scanned(to.path()).found.size(), scanned(from.path()).found.size());
        }
}

void PseudonymTest::refusesSeveralPeople_data() {
    QTest::addColumn<QByteArrayList>("numbers");
    QTest::addColumn<QByteArrayList>("births");
    QTest::addColumn<int>("people");
    const QByteArrayList day{"19480317", "19480317"}, days{"19480317", "19520101"};
    QTest::newRow("two numbers") << QByteArrayList{"n 1", "n 2"} << day << 2;
    QTest::newRow("one number") << QByteArrayList{"n 1", "n 1"} << days << 1;
    QTest::newRow("no numbers") << QByteArrayList{"", ""} << day << 1;
    QTest::newRow("two births") << QByteArrayList{"", ""} << days << 2;
    QTest::newRow("one without its number") << QByteArrayList{"n 1", ""} << day << 1;
    QTest::newRow("another without a number") << QByteArrayList{"n 1", ""} << days << 2;
}

void PseudonymTest::refusesSeveralPeople() {
    QFETCH(QByteArrayList, numbers);
    QFETCH(QByteArrayList, births);
    QFETCH(int, people);
    const QTemporaryDir from, to;
    for (int k = 0; k < 2; ++k) {
        test::DicomPhantom p;
        p.instance = k + 1;
        p.position = "0\\0\\" + QByteArray::number(3 * k);
        p.more[0x00100020] = numbers[k];
        p.typed[0x00100030] = {"DA", births[k]};
        p.write(from.filePath(QString::number(k)));
    }
    if (people == 1) {
        QCOMPARE(copied({from.path()}, to.path()).written.size(), 2);
        return;
    }
    QVERIFY_EXCEPTION_THROWN(copied({from.path()}, to.path()), io::Error);
    QVERIFY(filesBelow(to.path()).isEmpty());
}

void PseudonymTest::refusesUnusablePseudonyms() {
    const QTemporaryDir from, to;
    test::writeFile(from.filePath(QStringLiteral("a")), plantedSlice(0));
    for (const char* name : {"", " ", "a\\b", "a^b", "jansen1"}) {
        io::Pseudonym as = pseudonym();
        as.participant = QString::fromLatin1(name);
        QVERIFY_EXCEPTION_THROWN(copied({from.path()}, to.path(), as), io::Error);
    }
    io::Pseudonym keyless = pseudonym();
    keyless.uidKey.clear();
    QVERIFY_EXCEPTION_THROWN(copied({from.path()}, to.path(), keyless), io::Error);
    QVERIFY(filesBelow(to.path()).isEmpty());
}

void PseudonymTest::againCopiesNothingTwice() {
    const QTemporaryDir from, to;
    for (int k = 0; k < 2; ++k) test::writeFile(from.filePath(QString::number(k)), plantedSlice(k));
    QCOMPARE(copied({from.path()}, to.path()).written.size(), 2);
    const QStringList files = filesBelow(to.path());
    io::DicomCopies again = copied({from.path(), from.filePath(QStringLiteral("0"))}, to.path());
    QCOMPARE(again.written.size(), 0);
    QCOMPARE(again.known, 2);
    QCOMPARE(filesBelow(to.path()), files);
    test::writeFile(from.filePath(QStringLiteral("2")), plantedSlice(2));
    again = copied({from.path()}, to.path());
    QCOMPARE(again.known, 2);
    QCOMPARE(again.written, QStringList{to.filePath(QStringLiteral("2201/0003.dcm"))});
}

void PseudonymTest::sameNumberOfTwoSeries() {
    const QTemporaryDir from, to;
    for (int k = 0; k < 2; ++k) {
        test::DicomPhantom p;
        p.seriesUid = "1.2.3.4.5.6." + QByteArray::number(k);
        p.write(from.filePath(QString::number(k)));
    }
    const QStringList both{to.filePath(QStringLiteral("4-2/0001.dcm")), to.filePath(QStringLiteral("4/0001.dcm"))};
    QCOMPARE(copied({from.path()}, to.path()).written.size(), 2);
    QCOMPARE(filesBelow(to.path()), both);
}

void PseudonymTest::cancelLeavesNothing() {
    const QTemporaryDir from, to;
    for (int k = 0; k < 60; ++k) test::writeFile(from.filePath(QString::number(k)), plantedSlice(k));
    io::Job finding;
    const io::DicomFiles found = io::findDicom({from.path()}, finding);
    for (const int after : {0, 1, 20, 55}) {
        io::Job job;
        std::atomic_bool isOver = false;
        std::thread canceller([&] {
            while (job.stepsDone() < after && !isOver) std::this_thread::yield();
            job.cancel();
        });
        bool wasCancelled = false;
        try {
            io::copyDicom(found, pseudonym(), to.filePath(QStringLiteral("c")), job);
        } catch (const io::Cancelled&) {
            wasCancelled = true;
        }
        isOver = true;
        canceller.join();
        if (wasCancelled) QCOMPARE(filesBelow(to.path()), QStringList());
        if (after == 0) QVERIFY(wasCancelled || !filesBelow(to.path()).isEmpty());
        QDir(to.filePath(QStringLiteral("c"))).removeRecursively();
    }
    io::Job cancelled;
    cancelled.cancel();
    QVERIFY_EXCEPTION_THROWN(io::copyDicom(found, pseudonym(), to.path(), cancelled), io::Cancelled);
    QCOMPARE(filesBelow(to.path()), QStringList());
}

void PseudonymTest::fullDiskLeavesNothing() {
    const QTemporaryDir from, to;
    for (int k = 0; k < 3; ++k) test::writeFile(from.filePath(QString::number(k)), plantedSlice(k));
    // A file where the series' folder should be: nothing can be written below it.
    test::writeFile(to.filePath(QStringLiteral("2201")), "in the way");
    QVERIFY_EXCEPTION_THROWN(copied({from.path()}, to.path()), io::WriteError);
    QCOMPARE(filesBelow(to.path()), QStringList{to.filePath(QStringLiteral("2201"))});
}

void PseudonymTest::keyTableIsKept() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("keys.tsv"));
    const auto enter = [&](const char* id, const char* name) {
        return io::KeyTable::open(path).entryFor(QString::fromLatin1(id), QString::fromLatin1(name));
    };
    const io::Pseudonym first = enter("UMCU0099817", "ALS-0042");
    struct stat status {};
    QCOMPARE(stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
    const io::Pseudonym again = enter("UMCU0099817", "ALS-0042"), otherNumber = enter("X1", "ALS-0042"),
                        other = enter("X2", "ALS-0043"), without = enter("", "ALS-0044");
    QCOMPARE(again.dayOffset, first.dayOffset);
    QCOMPARE(again.uidKey, first.uidKey);
    QCOMPARE(otherNumber.uidKey, first.uidKey);
    QVERIFY(other.uidKey != first.uidKey && without.uidKey != other.uidKey);
    QVERIFY(first.shifted(QDate(2026, 1, 1)) < QDate(1925, 1, 1));
    QCOMPARE(first.uidKey.size(), 32);
    QCOMPARE(contents(path).count('\n'), 5);
    QCOMPARE(io::KeyTable::open(path).pseudonymOf(QStringLiteral("X2")), QStringLiteral("ALS-0043"));
    // One that somebody opened to all is closed again.
    QVERIFY(chmod(QFile::encodeName(path).constData(), 0644) == 0);
    io::KeyTable::open(path);
    QCOMPARE(stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
}

void PseudonymTest::keyTableRefuses() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("keys.tsv"));
    io::KeyTable::open(path).entryFor(QStringLiteral("77120"), QStringLiteral("ALS-0042"));
    try {
        io::KeyTable::open(path).entryFor(QStringLiteral("77120"), QStringLiteral("ALS-0001"));
        QFAIL("one number under two pseudonyms");
    } catch (const io::Error& error) {
        QVERIFY(error.sentence().contains(QStringLiteral("ALS-0042")));
        QVERIFY(!error.sentence().contains(QStringLiteral("77120")));
    }
    QByteArray text = contents(path);
    text.chop(20);
    test::writeFile(path, text + "\nrubbish\n");
    try {
        io::KeyTable::open(path);
        QFAIL("a damaged table");
    } catch (const io::Error& error) {
        QVERIFY(error.sentence().contains(QStringLiteral("Line 3")));
    }
    QVERIFY_EXCEPTION_THROWN(io::KeyTable::open(dir.filePath(QStringLiteral("no/keys.tsv")))
                                 .entryFor(QStringLiteral("1"), QStringLiteral("ALS-0042")),
                             io::Error);
}

void PseudonymTest::shiftsDates_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("leap day") << QByteArray("20200301") << QByteArray("20200229");
    QTest::newRow("old form") << QByteArray("1992.01.01") << QByteArray("19911231");
    QTest::newRow("several") << QByteArray("20200301\\20200302") << QByteArray("20200229\\20200301");
    QTest::newRow("moment") << QByteArray("20200301235959.999999-0100") << QByteArray("20200229235959.999999-0100");
    QTest::newRow("no day") << QByteArray("202003") << QByteArray();
    QTest::newRow("no date") << QByteArray("20209999") << QByteArray();
    QTest::newRow("text") << QByteArray("Jansen") << QByteArray();
    QTest::newRow("text behind") << QByteArray("20200301Jansen") << QByteArray();
}

void PseudonymTest::shiftsDates() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    io::Pseudonym p = pseudonym();
    p.dayOffset = -1;
    QCOMPARE(p.shifted(from), to);
}

void PseudonymTest::samples_data() {
    QTest::addColumn<QString>("set");
    for (const char* set : {"dcm_philips_t1_classic", "dcm_philips_fmap_classic_vs_enhanced", "dcm_enhanced_small",
                            "dcm_siemens_e11_dwi_mosaic", "dcm_siemens_vb_mosaic_orient", "dcm_siemens_xa30_enhanced",
                            "dcm_nibabel_nicom"})
        QTest::newRow(set) << QString::fromLatin1(set);
}

void PseudonymTest::samples() {
    QFETCH(QString, set);
    NEURAXIS_SAMPLE_SET(root, set);
    // Each folder of files is one person's.
    QMap<QString, QStringList> folders;
    for (const QString& path : filesBelow(root)) folders[QFileInfo(path).path()] << path;
    const QTemporaryDir to;
    int number = 0, images = 0;
    for (const QStringList& files : folders) {
        io::Job job;
        const QByteArrayList telling = tellingValues(QFileInfo(files[0]).path());
        QMap<QString, QStringList> people; // of sets that put several into one folder
        for (const QString& file : files) {
            const io::DicomFiles found = io::findDicom({file}, job);
            if (!found.files.empty()) people[found.patientId] << file;
        }
        for (const QStringList& own : people) {
            const QString folder = to.filePath(QString::number(++number));
            QElapsedTimer clock;
            clock.start();
            io::Pseudonym as = pseudonym();
            as.allowCaptures = true;
            const io::DicomCopies copies = copied(own, folder, as);
            const qint64 ms = clock.elapsed();
            QCOMPARE(copies.written.size() + copies.known, own.size());
            images += static_cast<int>(copies.written.size());
            if (own.size() > 100) qInfo("%lld files copied in %lld ms", qlonglong(own.size()), qlonglong(ms));
            compareScans(io::scan(own, job), scanned(folder));
            if (QTest::currentTestFailed()) return;
            QCOMPARE(leak(folder, telling), QString());
        }
    }
    QVERIFY(images > 0);
}

NEURAXIS_TEST_MAIN(PseudonymTest)
#include "tst_io_pseudonym.moc"

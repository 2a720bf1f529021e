#include "app/command.h"
#include "core/io/basic_profile.h"
#include "core/io/csa_header.h"
#include "core/io/error.h"
#include "core/io/read_header.h"
#include "core/model/header_rows.h"
#include "tests/command_run.h"
#include "tests/dicom_phantom.h"
#include "tests/sample_data.h"
#include "tests/test_main.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace neuraxis;

namespace {

/// DICOM elements, written byte by byte in one transfer syntax.
struct Writer {
    bool isExplicit = true, big = false;

    [[nodiscard]] QByteArray number(quint32 value, int bytes) const {
        QByteArray b;
        for (int i = 0; i < bytes; ++i) b.append(static_cast<char>(value >> 8 * (big ? bytes - 1 - i : i)));
        return b;
    }
    [[nodiscard]] QByteArray tag(quint32 t) const { return number(t >> 16, 2) + number(t & 0xffff, 2); }
    [[nodiscard]] QByteArray start(quint32 t, const QByteArray& vr, quint32 length) const {
        if (!isExplicit) return tag(t) + number(length, 4);
        const bool isLong = QByteArrayList{"OB", "OW", "SQ", "UN", "UT"}.contains(vr);
        return tag(t) + vr + (isLong ? QByteArray(2, '\0') + number(length, 4) : number(length, 2));
    }
    [[nodiscard]] QByteArray element(quint32 t, const QByteArray& vr, QByteArray value) const {
        if (value.size() % 2) value += vr == "UI" ? '\0' : ' ';
        return start(t, vr, static_cast<quint32>(value.size())) + value;
    }
    [[nodiscard]] QByteArray item(const QByteArray& content, bool undefined) const {
        return undefined ? tag(0xfffee000) + number(0xffffffff, 4) + content + tag(0xfffee00d) + number(0, 4)
                         : tag(0xfffee000) + number(static_cast<quint32>(content.size()), 4) + content;
    }
    [[nodiscard]] QByteArray sequence(quint32 t, const QByteArrayList& contents, bool undefined,
                                      const QByteArray& vr = "SQ") const {
        QByteArray items;
        for (const QByteArray& content : contents) items += item(content, undefined);
        if (undefined) items += tag(0xfffee0dd) + number(0, 4);
        return start(t, vr, undefined ? 0xffffffff : static_cast<quint32>(items.size())) + items;
    }
    [[nodiscard]] QByteArray real(float value) const {
        quint32 bits = 0;
        memcpy(&bits, &value, 4);
        return number(bits, 4);
    }
    [[nodiscard]] QByteArray file(const QByteArray& body) const {
        const QByteArray syntax = !isExplicit ? "1.2.840.10008.1.2"
                                  : big       ? "1.2.840.10008.1.2.2"
                                              : "1.2.840.10008.1.2.1";
        return QByteArray(128, '\0') + "DICM" + Writer().element(0x00020010, "UI", syntax) + body;
    }
};

/// A row a line, below its sequence by two spaces: "(0018,0081) DS Echo Time = 3".
QString asText(const HeaderTree& tree, const HeaderFilter& filter = {}) {
    const HeaderShown shown(lay(std::make_shared<const HeaderTree>(tree)), filter);
    QString text;
    const std::function<void(int, int)> add = [&](int parent, int depth) {
        for (int i = 0; i < shown.childCount(parent); ++i) {
            const int number = shown.child(parent, i);
            const HeaderNode& node = shown.row(number).either();
            QStringList words{tagText(node.tag), QString::fromLatin1(node.vr, 2).trimmed(), node.name};
            words.removeAll(QString());
            text += QString(2 * depth, u' ') + words.join(u' ');
            if (const QString value = shownValue(node, filter.identifying); !value.isEmpty())
                text += QStringLiteral(" = ") + value;
            text += u'\n';
            add(number, depth + 1);
        }
    };
    add(-1, 0);
    return text;
}

int elements(const std::vector<HeaderNode>& nodes) {
    int count = 0;
    for (const HeaderNode& node : nodes) count += (node.tag != 0 && node.tag != 0xfffee000) + elements(node.children);
    return count;
}

const HeaderNode* find(const std::vector<HeaderNode>& nodes, const QString& name) {
    for (const HeaderNode& node : nodes) {
        if (node.name == name) return &node;
        if (const HeaderNode* inside = find(node.children, name)) return inside;
    }
    return nullptr;
}

QString valueOf(const HeaderTree& tree, const char* name) {
    const HeaderNode* node = find(tree.nodes, QString::fromLatin1(name));
    return node ? node->value : QStringLiteral("absent");
}

quint32 crc32(const QByteArray& bytes) { // RFC 1952
    quint32 crc = 0xffffffff;
    for (const char c : bytes) {
        crc ^= static_cast<uchar>(c);
        for (int k = 0; k < 8; ++k) crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
    return ~crc;
}

QByteArray deflated(const QByteArray& bytes) {
    const QByteArray zlib = qCompress(bytes); // 4 bytes of length, 2 of zlib's own, and its checksum behind
    return zlib.mid(6, zlib.size() - 10);
}

QByteArray gzipped(const QByteArray& bytes) {
    const Writer w;
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + deflated(bytes) + w.number(crc32(bytes), 4) +
           w.number(static_cast<quint32>(bytes.size()), 4);
}

/// Siemens' second CSA header (domain.md 2.4) with one value for each name.
QByteArray csa(const QList<QPair<QByteArray, QByteArray>>& fields) {
    const Writer w;
    QByteArray b = "SV10" + QByteArray("\4\3\2\1") + w.number(static_cast<quint32>(fields.size()), 4) + w.number(77, 4);
    for (const auto& [name, value] : fields) {
        const auto length = static_cast<quint32>(value.size());
        b += name.leftJustified(64, '\0') + w.number(1, 4) + QByteArray("LO\0\0", 4) + w.number(0, 4) + w.number(1, 4) +
             w.number(77, 4);
        b += w.number(length, 4) + w.number(length, 4) + w.number(77, 4) + w.number(length, 4);
        b += value + QByteArray((4 - value.size() % 4) % 4, '\0');
    }
    return b;
}

/// The command with its standard output and error caught.
test::Outcome run(const QStringList& words) { return test::run(headerCommand, words); }

/// A file with a name and a birth date in every corner.
QByteArray tellingFile() {
    const Writer w;
    const QByteArray protocol = "<XProtocol> { \"Patient\" \"Quaggmire\" }\n### ASCCONV BEGIN ###\n"
                                "alTR[0]\t = \t4414000\n"
                                "tPatientName\t = \t\"Quaggmire\"\n"
                                "sSpecPara.lFinalMatrixSizePhase\t = \t20240102\n"
                                "tFree\t = \t\"for Quaggmire only\"\n"
                                "tReferenceImage0\t = \t\"1.3.12.2.1107.5.2.43.19450508\"\n### ASCCONV END ###";
    return w.file(
        w.element(0x00080005, "CS", "ISO_IR 100") + w.element(0x00080020, "DA", "20240102") +
        w.element(0x0008103e, "LO", "head") + w.element(0x00081070, "PN", "Quaggmire^Op") +
        w.element(0x00100010, "PN", "Quaggmire^Zora") + w.element(0x00100020, "LO", "QX-4711") +
        w.element(0x00100030, "DA", "19450508") + w.element(0x00100040, "CS", "F") +
        w.element(0x00180081, "DS", "3.5") + w.element(0x00181020, "LO", "for Zora, build 7") +
        w.sequence(0x00189119,
                   {w.element(0x00189073, "FD", QByteArray(8, '\0')) + w.element(0x00100010, "PN", "Quaggmire^Zora") +
                    w.element(0x00104000, "LT", "Quaggmire 19450508")},
                   false) +
        w.element(0x00290010, "LO", "SIEMENS CSA HEADER") +
        w.element(0x00291010, "OB",
                  csa({{"B_value", "1000"}, {"PatientBirthday", "19450508"}, {"MrPhoenixProtocol", protocol}})) +
        w.element(0x00310010, "LO", "SOMEBODY") + w.element(0x00311001, "LO", "Quaggmire") +
        w.element(0x00311002, "UN", "Quaggmire 19450508") + w.element(0x00311003, "IS", "12") +
        w.element(0x00311004, "CS", "QUAGGMIRE") + w.element(0x00311005, "OB", "Quaggmire!") +
        w.sequence(0x00311006, {w.element(0x00080050, "SH", "QX-4711") + w.element(0x00181020, "LO", "7")}, true));
}

} // namespace

/// What files say of themselves, by name, and what of that is hidden.
class HeaderTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder;

    QString write(const QByteArray& bytes, const QString& name = QStringLiteral("IM_1")) {
        const QString path = folder.filePath(name);
        test::writeFile(path, bytes);
        return path;
    }
    HeaderTree read(const QByteArray& bytes, const QString& name = QStringLiteral("IM_1")) {
        return io::readHeader(write(bytes, name));
    }

  private Q_SLOTS:
    void syntaxes_data() {
        QTest::addColumn<bool>("isExplicit");
        QTest::addColumn<bool>("big");
        QTest::addColumn<bool>("undefined");
        QTest::newRow("explicit, defined lengths") << true << false << false;
        QTest::newRow("explicit, undefined lengths") << true << false << true;
        QTest::newRow("implicit, defined lengths") << false << false << false;
        QTest::newRow("implicit, undefined lengths") << false << false << true;
        QTest::newRow("big endian, defined lengths") << true << true << false;
        QTest::newRow("big endian, undefined lengths") << true << true << true;
    }
    /// The same in every syntax. Names are those of PS3.6 and, for private ones, of the vendor.
    void syntaxes() {
        QFETCH(bool, isExplicit);
        QFETCH(bool, big);
        QFETCH(bool, undefined);
        const Writer w{isExplicit, big};
        const QByteArray inner =
            w.element(0x00180081, "DS", "2.3") + w.element(0x00209157, "UL", w.number(7, 4) + w.number(70000, 4));
        const HeaderTree tree = read(w.file(
            w.element(0x00080005, "CS", "ISO_IR 100") + w.element(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M") +
            w.element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.4") + w.element(0x00181020, "LO", "release \xe9") +
            w.element(0x00181310, "US", w.number(0, 2) + w.number(256, 2)) +
            w.element(0x00209165, "AT", w.tag(0x00189082)) + w.element(0x00280030, "DS", "2 \\1.50 ") +
            w.sequence(0x52009230, {w.sequence(0x00189114, {inner}, undefined), QByteArray()}, undefined) +
            // Not block 10: the creator tells
            w.element(0x20050012, "LO", "Philips MR Imaging DD 001 ") + w.element(0x2005120e, "FL", w.real(0.00025F)) +
            w.element(0x20050033, "LO", "Philips MR Imaging DD 005") +
            w.sequence(0x2005330f,
                       {w.element(0x00080060, "CS", "MR") + w.element(0x00110010, "LO", "NOBODY") +
                        w.element(0x00111001, "SS", w.number(0xfffe, 2))},
                       undefined)));
        // Only the file tells the VR of an element that no dictionary has.
        const QString unknown =
            isExplicit ? QStringLiteral("SS NOBODY = -2") : QStringLiteral("NOBODY = 2 bytes: fe ff");
        const QString expected =
            QStringLiteral("(0008,0005) CS Specific Character Set = ISO_IR 100\n"
                           "(0008,0008) CS Image Type = ORIGINAL\\PRIMARY\\M\n"
                           "(0008,0016) UI SOP Class UID = 1.2.840.10008.5.1.4.1.1.4 (MR Image Storage)\n"
                           "(0018,1020) LO Software Version(s) = release é\n"
                           "(0018,1310) US Acquisition Matrix = 0\\256\n"
                           "(0020,9165) AT Dimension Index Pointer = (0018,9082)\n"
                           "(0028,0030) DS Pixel Spacing = 2\\1.50\n"
                           "(2005,0012) LO Private Creator = Philips MR Imaging DD 001\n"
                           "(2005,0033) LO Private Creator = Philips MR Imaging DD 005\n"
                           "(2005,120E) FL ScaleSlope = 0.00025\n"
                           "(2005,330F) SQ Acquisition Parameters (Philips) Sequence = 1 item(s)\n"
                           "  Item 1\n"
                           "    (0008,0060) CS Modality = MR\n"
                           "    (0011,0010) LO Private Creator = NOBODY\n"
                           "    (0011,1001) %1\n"
                           "(5200,9230) SQ Per-frame Functional Groups Sequence = 2 item(s)\n"
                           "  Item 1\n"
                           "    (0018,9114) SQ MR Echo Sequence = 1 item(s)\n"
                           "      Item 1\n"
                           "        (0018,0081) DS Echo Time = 2.3\n"
                           "        (0020,9157) UL Dimension Index Values = 7\\70000\n"
                           "  Item 2\n")
                .arg(unknown);
        const QString text = asText(tree, {{}, false, true});
        QCOMPARE(text.section(u'\n', 1), expected);
        QVERIFY(text.startsWith(QStringLiteral("(0002,0010) UI Transfer Syntax UID = 1.2.840.10008.1.2")));
        QVERIFY(tree.problem.isEmpty());
    }

    void packed_data() {
        QTest::addColumn<QByteArray>("bytes");
        const Writer w;
        const QByteArray body = w.element(0x00180081, "DS", "2.3") + w.element(0x00180082, "DS", "900");
        QTest::newRow("deflated") << QByteArray(128, '\0') + "DICM" +
                                         w.element(0x00020010, "UI", "1.2.840.10008.1.2.1.99") + deflated(body);
        QTest::newRow("gzipped") << gzipped(w.file(body));
        QTest::newRow("without preamble") << w.element(0x00080005, "CS", "ISO_IR 100") + body;
    }
    void packed() {
        QFETCH(QByteArray, bytes);
        const HeaderTree tree = read(bytes);
        QCOMPARE(valueOf(tree, "Inversion Time"), QStringLiteral("900"));
        QCOMPARE(elements(tree.nodes), 3);
    }

    void behindThePixels_data() {
        QTest::addColumn<QByteArray>("pixels");
        QTest::addColumn<QString>("value");
        const Writer w;
        QTest::newRow("plain") << w.element(0x7fe00010, "OW", QByteArray(24, '\1')) << QStringLiteral("24 bytes");
        QTest::newRow("more than is read at first")
            << w.element(0x7fe00010, "OW", QByteArray(100'000, '\1')) << QStringLiteral("100000 bytes");
        QTest::newRow("packed") << w.sequence(0x7fe00010, {"", "abcd", QByteArray(50'000, 'x')}, false, "OB")
                                           .replace(8, 4, QByteArray(4, '\xff')) +
                                       w.tag(0xfffee0dd) + w.number(0, 4)
                                << QStringLiteral("packed, in 3 part(s)");
    }
    void behindThePixels() {
        QFETCH(QByteArray, pixels);
        QFETCH(QString, value);
        const Writer w;
        const HeaderTree tree =
            read(w.file(w.element(0x00280010, "US", w.number(3, 2)) + pixels + w.element(0xfffcfffc, "OB", "ab")));
        QVERIFY2(tree.problem.isEmpty(), qPrintable(tree.problem));
        QCOMPARE(valueOf(tree, "Pixel Data"), value);
        QCOMPARE(valueOf(tree, "Data Set Trailing Padding"), QStringLiteral("2 bytes: 61 62"));
        // Rubbish there is no header.
        QCOMPARE(
            elements(read(w.file(w.element(0x00280010, "US", w.number(3, 2)) + pixels + QByteArray(40, '\0'))).nodes),
            3);
    }

    void damaged() {
        const QByteArray whole = tellingFile();
        const int all = elements(read(whole).nodes);
        QCOMPARE(all, 26); // counted in tellingFile(), group 2 included
        int before = 0;
        for (qsizetype length = 200; length < whole.size(); length += 7) {
            const HeaderTree tree = read(whole.left(length));
            const int count = elements(tree.nodes);
            QVERIFY2(count >= before && count <= all, qPrintable(QString::number(length)));
            if (count < all && tree.problem.isEmpty()) // cut between two elements: nobody can tell
                QVERIFY2(length < whole.size(), qPrintable(QString::number(length)));
            before = count;
        }
        const HeaderTree cut = read(whole.left(whole.size() - 5));
        QVERIFY(cut.problem.startsWith(QStringLiteral("IM_1 is cut short or damaged")));
        QCOMPARE(valueOf(cut, "Echo Time"), QStringLiteral("3.5"));
        const Writer w;
        QVERIFY(read(w.file(w.element(0x7fe00010, "OW", QByteArray(24, '\1'))).chopped(1))
                    .problem.contains(QStringLiteral("cut short")));
        QVERIFY_EXCEPTION_THROWN(read("no header at all, only text", QStringLiteral("a.dcm")), io::Error);
        QVERIFY_EXCEPTION_THROWN(io::readHeader(folder.filePath(QStringLiteral("nowhere"))), io::Error);
    }

    void noise() {
        const QByteArray whole = tellingFile();
        QRandomGenerator random(7);
        for (int round = 0; round < 1500; ++round) {
            QByteArray bytes = whole;
            for (int i = 0; i < 1 + round % 8; ++i)
                bytes[random.bounded(132, static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
            try {
                read(bytes);
            } catch (const io::Error&) {
            }
        }
    }

    void manyFalseItemsTakeNoTime() {
        // Values that begin like items whose end is not told, so each could be taken to reach to the end of the file
        const Writer w{false, false};
        QByteArray body;
        for (int i = 0; i < 60'000; ++i)
            body += w.element(0x00111001, "UN", w.tag(0xfffee000) + w.number(0xffffffff, 4));
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(elements(read(w.file(body)).nodes), 60'001);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }

    void longValuesAreCut() {
        const Writer w;
        const auto file = [&](const QByteArray& end) {
            return w.file(w.element(0x00181020, "LO", QByteArray(6000, 'a') + end) +
                          w.element(0x00281200, "OW", QByteArray(50, 'a') + end));
        };
        const auto a = std::make_shared<const HeaderTree>(read(file("1")));
        const auto b = std::make_shared<const HeaderTree>(read(file("2")));
        QCOMPARE(a->nodes[1].value.size(), 4097);
        QVERIFY(a->nodes[1].value.endsWith(u'…'));
        QVERIFY(a->nodes[2].value.startsWith(QStringLiteral("52 bytes: 61 61")));
        const auto rows = lay(a, b);
        QVERIFY(rows->rows[1].differs && rows->rows[2].differs);
        const auto same = lay(a, std::make_shared<const HeaderTree>(read(file("1"))));
        QVERIFY(!same->rows[1].differs && !same->rows[2].differs);
    }

    void profile_data() {
        // domain.md 5.6, from PS3.15 table E.1-1
        QTest::addColumn<quint32>("tag");
        QTest::addColumn<QByteArray>("action");
        QTest::newRow("name") << 0x00100010U << QByteArray("Z");
        QTest::newRow("birth time") << 0x00100032U << QByteArray("X");
        QTest::newRow("series date") << 0x00080021U << QByteArray("X/D");
        QTest::newRow("serial number") << 0x00181000U << QByteArray("X/Z/D");
        QTest::newRow("study") << 0x0020000dU << QByteArray("U");
        QTest::newRow("overlay") << 0x60023000U << QByteArray("X");
        QTest::newRow("curve") << 0x50101234U << QByteArray("X");
        QTest::newRow("private") << 0x00291010U << QByteArray("X");
        QTest::newRow("echo time") << 0x00180081U << QByteArray();
        QTest::newRow("rows") << 0x00280010U << QByteArray();
    }
    void profile() {
        QFETCH(quint32, tag);
        QFETCH(QByteArray, action);
        QCOMPARE(io::basicProfileAction(tag), action);
    }

    void csaOfBothVersions() {
        const QByteArray second = csa({{"B_value", "1000"}, {"Text", "a b"}});
        const auto fields = io::readCsa(second);
        QCOMPARE(fields.size(), 2U);
        QCOMPARE(fields[1].name, QByteArray("Text"));
        QCOMPARE(fields[1].values, QList<QByteArray>{"a b"});
        // The first version: no SV10, and the first tag's number of items in each length
        const Writer w;
        const QByteArray first = w.number(1, 4) + w.number(77, 4) + QByteArray("B_value").leftJustified(64, '\0') +
                                 w.number(1, 4) + QByteArray("IS\0\0", 4) + w.number(0, 4) + w.number(1, 4) +
                                 w.number(77, 4) + w.number(5, 4) + w.number(4, 4) + w.number(77, 4) + w.number(4, 4) +
                                 "1000";
        QCOMPARE(io::readCsa(first).front().values, QList<QByteArray>{"1000"});
        for (qsizetype length = 0; length < second.size(); ++length) io::readCsa(QByteArrayView(second).first(length));
    }

    void whoWasScannedIsHidden() {
        const QString path = write(tellingFile());
        const HeaderTree tree = io::readHeader(path);
        const QStringList secrets{QStringLiteral("quaggmire"), QStringLiteral("zora"),
                                  QStringLiteral("19450508"),  QStringLiteral("4711"),
                                  QStringLiteral("20240102"),  QString::fromLatin1(QByteArray("Quaggm").toHex(' '))};
        const QString shown = asText(tree), all = asText(tree, {{}, false, true});
        for (const QString& secret : secrets) {
            QVERIFY2(!shown.contains(secret, Qt::CaseInsensitive), qPrintable(shown));
            QVERIFY2(all.contains(secret, Qt::CaseInsensitive), qPrintable(secret));
            QVERIFY2(HeaderShown(lay(std::make_shared<const HeaderTree>(tree)), {secret, false, false}).found == 0,
                     qPrintable(secret));
            QVERIFY(HeaderShown(lay(std::make_shared<const HeaderTree>(tree)), {secret, false, true}).found > 0);
            for (const QStringList& more : {QStringList(),
                                            {QStringLiteral("--json")},
                                            {QStringLiteral("--search"), secret},
                                            {QStringLiteral("--against"), path},
                                            {QStringLiteral("--against"), path, QStringLiteral("--json")}}) {
                const test::Outcome outcome = run(QStringList{path} + more);
                QCOMPARE(outcome.code, 0);
                QVERIFY2(!QString::fromUtf8(outcome.out).contains(secret, Qt::CaseInsensitive),
                         outcome.out.constData());
            }
        }
        // What physics needs stays, and names do.
        for (const char* kept :
             {"Patient's Name = •••••", "Echo Time = 3.5", "B_value = 1000", "alTR[0] = 4414000",
              "(0031,1003) IS SOMEBODY = 12", "(0031,1001) LO SOMEBODY = •••••", "tPatientName = •••••",
              "Private Creator = SOMEBODY", "CS Specific Character Set = ISO_IR 100"})
            QVERIFY2(shown.contains(QString::fromUtf8(kept)), kept);
        QVERIFY(run({path, QStringLiteral("--identifying")}).out.contains("Quaggmire^Zora"));
    }

    void searches_data() {
        QTest::addColumn<QString>("search");
        QTest::addColumn<int>("found");
        QTest::newRow("nothing") << QString() << 26 + 8; // elements; CSA entries and protocol lines
        QTest::newRow("tag") << QStringLiteral("0018,0081") << 1;
        QTest::newRow("tag in brackets") << QStringLiteral("(0018,0081)") << 1;
        QTest::newRow("tag as one number") << QStringLiteral("00180081") << 1;
        QTest::newRow("group") << QStringLiteral("0018") << 5;
        QTest::newRow("name") << QStringLiteral("echo time") << 1;
        QTest::newRow("keyword") << QStringLiteral("EchoTime") << 1;
        QTest::newRow("value") << QStringLiteral("3.5") << 1;
        QTest::newRow("creator") << QStringLiteral("somebody") << 7;
        QTest::newRow("in a protocol") << QStringLiteral("alTR") << 1;
        QTest::newRow("two places") << QStringLiteral("time 3.5") << 1;
        QTest::newRow("no") << QStringLiteral("gadolinium") << 0;
    }
    void searches() {
        QFETCH(QString, search);
        QFETCH(int, found);
        const auto tree = std::make_shared<const HeaderTree>(read(tellingFile()));
        const HeaderShown shown(lay(tree), {search, false, false});
        QCOMPARE(shown.found, found);
    }

    void compares() {
        const Writer w;
        const auto file = [&](const QByteArray& te, const QByteArray& block, int items, const QByteArray& more) {
            QByteArrayList frames;
            for (int i = 0; i < items; ++i)
                frames << w.element(0x00189074, "DT", "2024") + w.element(0x00180081, "DS", i == 1 ? te : "1");
            const QByteArray creator = "Philips Imaging DD 001";
            return w.file(w.element(0x00080060, "CS", "MR") + more + w.sequence(0x00189114, frames, true) +
                          w.element(0x20010000 | block.toUInt(nullptr, 16), "LO", creator) +
                          w.element(0x20010003 | block.toUInt(nullptr, 16) << 8, "FL", w.real(1000)));
        };
        const auto a = std::make_shared<const HeaderTree>(read(file("2.3", "10", 2, {})));
        const auto b =
            std::make_shared<const HeaderTree>(read(file("4.6", "22", 3, w.element(0x00080070, "LO", "Philips"))));
        QString text;
        const auto rows = lay(a, b);
        for (const HeaderRow& row : rows->rows)
            text += QStringLiteral("%1%2|%3|%4\n")
                        .arg(row.differs ? QStringLiteral("≠") : QString(), row.either().name,
                             row.left ? row.left->value : QStringLiteral("-"),
                             row.right ? row.right->value : QStringLiteral("-"));
        QCOMPARE(text, QStringLiteral("Transfer Syntax UID|1.2.840.10008.1.2.1 (Explicit VR Little Endian)|"
                                      "1.2.840.10008.1.2.1 (Explicit VR Little Endian)\n"
                                      "Modality|MR|MR\n"
                                      "≠Manufacturer|-|Philips\n"
                                      "≠MR Echo Sequence|2 item(s)|3 item(s)\n"
                                      "Item 1||\nEcho Time|1|1\nFrame Acquisition DateTime|2024|2024\n"
                                      "≠Item 2||\n≠Echo Time|2.3|4.6\nFrame Acquisition DateTime|2024|2024\n"
                                      "≠Item 3|-|\n≠Echo Time|-|1\n≠Frame Acquisition DateTime|-|2024\n"
                                      "Private Creator|Philips Imaging DD 001|Philips Imaging DD 001\n"
                                      "Diffusion B-Factor|1000|1000\n"));
        QCOMPARE(HeaderShown(rows, {{}, true, false}).found, 4);
        QCOMPARE(HeaderShown(rows, {QStringLiteral("echo"), true, false}).found, 2);
        const auto same = lay(a, a);
        for (const HeaderRow& row : same->rows) QVERIFY(!row.differs);
    }

    void command() {
        const QString path = write(tellingFile());
        QDir().mkpath(folder.filePath(QStringLiteral("series")));
        test::DicomPhantom().write(folder.filePath(QStringLiteral("series/IM_2")));
        struct Case {
            QStringList words;
            int code;
            const char *out, *err;
        };
        for (const Case& c : std::initializer_list<Case>{
                 {{}, 2, nullptr, "Name one file or folder."},
                 {{path, path}, 2, nullptr, "Name one file or folder."},
                 {{path, QStringLiteral("--wrong")}, 2, nullptr, "wrong"},
                 {{path, QStringLiteral("--differences")}, 2, nullptr, "--against"},
                 {{folder.filePath(QStringLiteral("none"))}, 1, nullptr, "none"},
                 {{QStringLiteral("--help")}, 0, "--identifying", nullptr},
                 {{path}, 0, "(0018,0081) DS Echo Time", nullptr},
                 {{path, QStringLiteral("--search"), QStringLiteral("zzz")}, 0, nullptr, "zzz"},
                 {{folder.filePath(QStringLiteral("series"))}, 0, "(0018,0088) DS Spacing Between Slices", "IM_2"},
                 {{path, QStringLiteral("--against"), folder.filePath(QStringLiteral("series"))},
                  0,
                  "≠ (0018,0081) DS Echo Time",
                  "IM_2"},
                 {{path, QStringLiteral("--against"), path, QStringLiteral("--differences")},
                  0,
                  nullptr,
                  "no difference"}}) {
            const test::Outcome outcome = run(c.words);
            QVERIFY2(outcome.code == c.code, qPrintable(c.words.join(u' ')));
            QVERIFY2(c.out ? outcome.out.contains(c.out) : outcome.out.isEmpty(), outcome.out.constData());
            QVERIFY2(c.err ? outcome.err.contains(c.err) : outcome.err.isEmpty(), outcome.err.constData());
        }
        const test::Outcome json =
            run({path, QStringLiteral("--json"), QStringLiteral("--search"), QStringLiteral("0018,0081")});
        const QJsonDocument document = QJsonDocument::fromJson(json.out);
        const QJsonObject element = document[QStringLiteral("elements")][0].toObject();
        QCOMPARE(element, QJsonObject({{QStringLiteral("tag"), QStringLiteral("00180081")},
                                       {QStringLiteral("vr"), QStringLiteral("DS")},
                                       {QStringLiteral("name"), QStringLiteral("Echo Time")},
                                       {QStringLiteral("value"), QStringLiteral("3.5")}}));
    }

    void otherFormats() {
        // nifti1.h: dim at 40, pixdim at 76, descrip at 148, sform_code at 254, srow_x at 280, magic at 344
        QByteArray nifti(352, '\0');
        const Writer w;
        const auto put = [&](qsizetype at, const QByteArray& bytes) { nifti.replace(at, bytes.size(), bytes); };
        put(0, w.number(348, 4));
        put(40, w.number(3, 2) + w.number(4, 2) + w.number(5, 2) + w.number(6, 2));
        put(76, w.real(-1) + w.real(0.9F));
        put(148, "Quaggmire, 1945");
        put(254, w.number(1, 2));
        put(280, w.real(-0.9F));
        put(344, QByteArray("n+1\0", 4));
        const HeaderTree tree = read(nifti, QStringLiteral("a.nii"));
        QCOMPARE(valueOf(tree, "dim"), QStringLiteral("3 4 5 6 0 0 0 0"));
        QCOMPARE(valueOf(tree, "pixdim"), QStringLiteral("-1 0.9 0 0 0 0 0 0"));
        QCOMPARE(valueOf(tree, "srow_x"), QStringLiteral("-0.9 0 0 0"));
        QCOMPARE(valueOf(tree, "sform_code"), QStringLiteral("1"));
        QVERIFY(!asText(tree).contains(QStringLiteral("1945")));
        QCOMPARE(asText(read(gzipped(nifti), QStringLiteral("a.nii.gz"))), asText(tree));

        const HeaderTree nrrd =
            read("NRRD0004\n# by Quaggmire\ntype: short\ndimension: 3\nsizes: 2 3 4\nencoding: raw\n"
                 "Who:=Quaggmire\n\nvoxels: none",
                 QStringLiteral("a.nrrd"));
        QCOMPARE(asText(nrrd), QStringLiteral("magic = NRRD0004\ncomment = •••••\ntype = short\ndimension = 3\n"
                                              "sizes = 2 3 4\nencoding = raw\nWho = •••••\n"));

        const Writer big{true, true};
        QByteArray mgh = big.number(1, 4) + big.number(4, 4) + big.number(5, 4) + big.number(6, 4) + big.number(1, 4) +
                         big.number(3, 4) + big.number(0, 4) + big.number(1, 2) + big.real(1.5F);
        mgh += QByteArray(284 - mgh.size(), '\0');
        const HeaderTree flat = read(mgh, QStringLiteral("a.mgh"));
        QCOMPARE(valueOf(flat, "depth"), QStringLiteral("6"));
        QCOMPARE(valueOf(flat, "spacing"), QStringLiteral("1.5 0 0"));
        QCOMPARE(valueOf(flat, "goodRASFlag"), QStringLiteral("1"));
        QVERIFY_EXCEPTION_THROWN(read("text", QStringLiteral("a.mgh")), io::Error);

        const HeaderTree par = read("# === DATA DESCRIPTION FILE ===\n# Dataset name: c:\\Quaggmire_3_1\n"
                                    "# CLINICAL TRYOUT             Research image export tool     V4.2\n"
                                    ".    Patient name                       :   Quaggmire\n"
                                    ".    Repetition time [ms]               :   2000.000\n"
                                    "#sl ec  dyn\n 1   1    1  0.5\n 2   1    1  0.5\n",
                                    QStringLiteral("a.PAR"));
        QCOMPARE(asText(par),
                 QStringLiteral("Dataset name = •••••\nPatient name = •••••\nRepetition time [ms] = 2000.000\n"
                                "images = 2\n  image 1 = 1 1 1 0.5\n  image 2 = 2 1 1 0.5\n"));
        const HeaderTree afni = read("type = string-attribute\nname = HISTORY_NOTE\ncount = 10\n'Quaggmire~\n\n"
                                     "type = integer-attribute\nname = DATASET_DIMENSIONS\ncount = 5\n 3 4 5 0\n 0\n",
                                     QStringLiteral("a+orig.HEAD"));
        QCOMPARE(asText(afni), QStringLiteral("HISTORY_NOTE = •••••\nDATASET_DIMENSIONS = 3 4 5 0 0\n"));
        QVERIFY_EXCEPTION_THROWN(read("text", QStringLiteral("a.txt")), io::Error);
    }

    /// Numbers of elements, without items, as dcmdump 3.6.7 prints them (`dcmdump -q +R 4`).
    void samplePhilipsEnhanced() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("dcm_philips_fmap_classic_vs_enhanced"));
        const QString path = set + QStringLiteral("/enhanced/2001_WIP_fcMRI_Field_Mapping_e2_phMag.dcm");
        QElapsedTimer clock;
        clock.start();
        const auto tree = std::make_shared<const HeaderTree>(io::readHeader(path));
        const auto rows = lay(tree, tree);
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(elements(tree->nodes), 27302);
        QCOMPARE(static_cast<int>(rows->rows.size()), 27302 + 2781); // items
        // dcmdump: (0018,9082) FD 2.2999999999999998 in the first frame
        QCOMPARE(valueOf(*tree, "Effective Echo Time"), QStringLiteral("2.3"));
        clock.restart();
        QVERIFY(HeaderShown(rows, {QStringLiteral("echo"), false, false}).found > 424);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    }
    void sampleSiemens() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("dcm_siemens_e11_dwi_mosaic"));
        const QDir dir(set + QStringLiteral("/dicom/4_DWI_SagAPmosaic"));
        const HeaderTree tree = io::readHeader(dir.filePath(dir.entryList(QDir::Files, QDir::Name).first()));
        QCOMPARE(elements(tree.nodes), 249);
        QCOMPARE(valueOf(tree, "B_value"), QStringLiteral("0"));    // (0019,100c) IS [0]
        QCOMPARE(valueOf(tree, "Echo Time"), QStringLiteral("64")); // (0018,0081) DS [64]
        QVERIFY(valueOf(tree, "MosaicRefAcqTimes").startsWith(QStringLiteral("2197.49999998")));
        QVERIFY(find(tree.nodes, QStringLiteral("alTR[0]")));
    }
};

NEURAXIS_TEST_MAIN(HeaderTest)
#include "tst_io_header.moc"

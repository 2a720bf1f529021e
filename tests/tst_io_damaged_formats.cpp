#include "core/io/format.h"
#include "tests/cortex_check.h"
#include "tests/format_test.h"
#include "tests/surface_phantoms.h"
#include "tests/test_main.h"

#include <QRandomGenerator>
#include <QTest>
#include <ctime>

using namespace neuraxis;
using namespace neuraxis::test;

namespace {

QList<FormatPhantom> damagedPhantoms() { return readOnlyPhantoms() + surfacePhantoms(); }

/// Opens what there is and reads it; why not, when it cannot be.
QString whyNot(const QString& path, QStringList* findings = nullptr) {
    const io::Scan scan = scanned(path);
    if (scan.found.empty() && scan.cortices.empty()) return scan.skipped.empty() ? QString() : scan.skipped[0].reason;
    io::Job job;
    for (const io::FoundCortex& found : scan.cortices)
        if (const QString reason = whyNotRead(found, job); !reason.isEmpty()) return reason;
    for (const io::Found& found : scan.found) {
        if (findings) *findings << codes(found);
        try {
            opened(found);
        } catch (const io::Error& error) {
            return error.sentence();
        }
    }
    return {};
}

} // namespace

/// The formats that are only read: their files cut short and damaged. NEURAXIS_DAMAGE_ROUNDS asks for more of it.
class DamagedFormatsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void saysWhenCutShort_data();
    void saysWhenCutShort();
    void survivesDamage_data();
    void survivesDamage();
};

void DamagedFormatsTest::saysWhenCutShort_data() {
    QTest::addColumn<int>("phantom");
    QTest::addColumn<int>("file"); ///< 0: the one that is opened
    const auto all = damagedPhantoms();
    for (int p = 0; p < all.size(); ++p)
        for (int f = 0; f <= all[p].beside.size(); ++f)
            QTest::addRow("%s %d", qPrintable(f == 0 ? all[p].name : all[p].beside[f - 1].first), p) << p << f;
}

void DamagedFormatsTest::saysWhenCutShort() {
    QFETCH(int, phantom);
    QFETCH(int, file);
    const FormatPhantom whole = damagedPhantoms()[phantom];
    QVERIFY(whyNot([&] {
                static QTemporaryDir dir;
                return put(dir, whole);
            }())
                .isEmpty());
    const QByteArray bytes = file == 0 ? whole.bytes : whole.beside[file - 1].second;
    const bool mayEndEarly =
        file == 0 && (whole.name.endsWith(QStringLiteral(".par")) || whole.name.endsWith(QStringLiteral(".stats")) ||
                      whole.name.endsWith(QStringLiteral(".label")) || whole.name.endsWith(QStringLiteral(".asc")) ||
                      whole.name.endsWith(QStringLiteral(".mgz")) || whole.name.endsWith(QStringLiteral("HEAD")));
    for (qsizetype length = 0; length<bytes.size(); length += bytes.size()> 8192 ? 1024 : 16) {
        FormatPhantom cut = whole;
        (file == 0 ? cut.bytes : cut.beside[file - 1].second) = bytes.left(length);
        const QTemporaryDir dir;
        QStringList findings;
        const QString reason = whyNot(put(dir, cut), &findings);
        // A packed file may end before the last of its stream is needed.
        // Text has no length of its own: cut between two lines it is a shorter file.
        if (!mayEndEarly)
            QVERIFY2(!reason.isEmpty() || findings.contains(QStringLiteral("truncated")),
                     qPrintable(QString::number(length)));
        QVERIFY(reason.isEmpty() || reason.endsWith(u'.'));
    }
}

void DamagedFormatsTest::survivesDamage_data() {
    QTest::addColumn<int>("phantom");
    const auto all = damagedPhantoms();
    for (int p = 0; p < all.size(); ++p) QTest::addRow("%s %d", qPrintable(all[p].name), p) << p;
}

void DamagedFormatsTest::survivesDamage() {
    QFETCH(int, phantom);
    const FormatPhantom whole = damagedPhantoms()[phantom];
    const int rounds = qEnvironmentVariableIntValue("NEURAXIS_DAMAGE_ROUNDS");
    QRandomGenerator random(20240312);
    const QTemporaryDir dir;
    int read = 0;
    for (int round = 0; round < std::max(rounds, 300); ++round) {
        FormatPhantom damaged = whole;
        QByteArray& bytes = damaged.bytes;
        constexpr char extremes[] = {0, 1, 2, 0x7f, char(0x80), char(0xff), '0', '9', '-', ' ', '\n', '\''};
        for (int n = 1 + random.bounded(6); n > 0; --n) {
            const int at = random.bounded(static_cast<int>(bytes.size()));
            switch (random.bounded(8)) {
            case 0: bytes.truncate(std::max(1, at)); break;
            case 1:
                bytes.insert(at, bytes.mid(random.bounded(static_cast<int>(bytes.size())), random.bounded(64)));
                break;
            case 2: bytes.remove(at, random.bounded(16)); break;
            case 3: bytes.replace(at, 4, little(quint32(random.generate()))); break;
            default: bytes[at] = round % 2 ? static_cast<char>(random.bounded(256)) : extremes[random.bounded(12)];
            }
            if (bytes.isEmpty()) bytes = QByteArray("x");
        }
        // New names each time: some file systems flush a file that is written over.
        const QString number = QString::number(round);
        damaged.name.prepend(number);
        for (auto& [name, content] : damaged.beside) name.prepend(number);
        const QString path = put(dir, damaged);
        const std::clock_t began = std::clock(); // of this program, whatever else the machine does
        io::Job job;
        const io::Scan scan = io::scan({path}, job);
        QVERIFY(!scan.found.empty() || !scan.cortices.empty() || !scan.skipped.empty());
        for (const io::FoundCortex& found : scan.cortices)
            if (whyNotRead(found, job).isEmpty()) ++read;
        for (const io::Found& found : scan.found) {
            QVERIFY(found.header.voxelToLps.isValid());
            QVERIFY2(found.header.bytes() < 64U << 20, qPrintable(path)); // phantoms are a few kilobytes
            try {
                io::read(found, job);
                ++read;
            } catch (const io::Error& error) {
                QVERIFY(!error.sentence().isEmpty());
            }
        }
        QVERIFY2(std::clock() - began < 5 * CLOCKS_PER_SEC, qPrintable(path));
        QFile::remove(path);
        for (const auto& [name, content] : damaged.beside) QFile::remove(dir.filePath(name));
    }
    qInfo("%d of %d damaged files could be read", read, std::max(rounds, 300));
}

NEURAXIS_TEST_MAIN(DamagedFormatsTest)
#include "tst_io_damaged_formats.moc"

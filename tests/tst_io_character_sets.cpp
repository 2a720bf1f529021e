#include "core/io/character_sets.h"
#include "core/io/scan.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"

#include <QTest>

using namespace neuraxis;

/// Text in all the character sets of the standard: the examples of PS3.5 annexes H, I and K, and what Python's codecs
/// make of others.
class CharacterSetsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void decodes_data();
    void decodes();
    void decodesInFiles();
};

void CharacterSetsTest::decodes_data() {
    QTest::addColumn<QByteArray>("sets");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* sets, const char* bytes, const char16_t* text) {
        QTest::newRow(name) << QByteArray(sets) << QByteArray(bytes) << QString::fromUtf16(text);
    };
    row("ISO_IR 100", "ISO_IR 100", "Buc^J\xe9r\xf4me", u"Buc^Jérôme");
    row("ISO_IR 101", "ISO_IR 101", "Wa\xb3\xeasa^Dvo\xf8\xe1k", u"Wałęsa^Dvořák");
    row("ISO_IR 109", "ISO_IR 109",
        "\xc6u\xf8o^\xa1"
        "al",
        u"Ĉuĝo^Ħal");
    row("ISO_IR 110", "ISO_IR 110",
        "\xa9\xf3ir\xf1\xb9^\xaa"
        "d\xbe"
        "a",
        u"Šķirņš^Ēdža");
    row("ISO_IR 144", "ISO_IR 144",
        "\xbb\xee\xda"
        "ce\xdc\xd1yp\xd3",
        u"Люкceмбypг");
    row("ISO_IR 127", "ISO_IR 127", "\xe2\xc8\xc7\xe6\xea^\xe4\xe6\xd2\xc7\xd1", u"قباني^لنزار");
    row("ISO_IR 126", "ISO_IR 126", "\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2", u"Διονυσιος");
    row("ISO_IR 138", "ISO_IR 138", "\xf9\xf8\xe5\xef^\xe3\xe1\xe5\xf8\xe4", u"שרון^דבורה");
    row("ISO_IR 148", "ISO_IR 148",
        "\xc7"
        "avu\xfeo\xf0lu^\xddzmir",
        u"Çavuşoğlu^İzmir");
    row("ISO_IR 203", "ISO_IR 203",
        "\xbc"
        "dipe^\xa4\xb4\xa8",
        u"Œdipe^€Žš");
    row("ISO_IR 166", "ISO_IR 166", "\xb9\xd2\xc1\xca\xa1\xd8\xc5", u"นามสกุล");
    row("ISO_IR 13", "ISO_IR 13", "\xd4\xcf\xc0\xde^\xc0\xdb\xb3", u"ﾔﾏﾀﾞ^ﾀﾛｳ");
    row("ISO_IR 192", "ISO_IR 192", "Wang^XiaoDong=\xe7\x8e\x8b^\xe5\xb0\x8f\xe6\x9d\xb1", u"Wang^XiaoDong=王^小東");
    row("GB18030", "GB18030",
        "Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab \x81"
        "9\xee"
        "9",
        u"Wang^XiaoDong=王^小东 㐀");
    row("GBK", "GBK", "Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab", u"Wang^XiaoDong=王^小东");
    row("ISO 2022 IR 100 alone", "ISO 2022 IR 100", "Buc^J\xe9r\xf4me", u"Buc^Jérôme");
    row("ISO 2022 IR 101 alone", "ISO 2022 IR 101", "Wa\xb3\xeasa^Dvo\xf8\xe1k", u"Wałęsa^Dvořák");
    row("ISO 2022 IR 109 alone", "ISO 2022 IR 109",
        "\xc6u\xf8o^\xa1"
        "al",
        u"Ĉuĝo^Ħal");
    row("ISO 2022 IR 110 alone", "ISO 2022 IR 110",
        "\xa9\xf3ir\xf1\xb9^\xaa"
        "d\xbe"
        "a",
        u"Šķirņš^Ēdža");
    row("ISO 2022 IR 144 alone", "ISO 2022 IR 144",
        "\xbb\xee\xda"
        "ce\xdc\xd1yp\xd3",
        u"Люкceмбypг");
    row("ISO 2022 IR 127 alone", "ISO 2022 IR 127", "\xe2\xc8\xc7\xe6\xea^\xe4\xe6\xd2\xc7\xd1", u"قباني^لنزار");
    row("ISO 2022 IR 126 alone", "ISO 2022 IR 126", "\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2", u"Διονυσιος");
    row("ISO 2022 IR 138 alone", "ISO 2022 IR 138", "\xf9\xf8\xe5\xef^\xe3\xe1\xe5\xf8\xe4", u"שרון^דבורה");
    row("ISO 2022 IR 148 alone", "ISO 2022 IR 148",
        "\xc7"
        "avu\xfeo\xf0lu^\xddzmir",
        u"Çavuşoğlu^İzmir");
    row("ISO 2022 IR 203 alone", "ISO 2022 IR 203",
        "\xbc"
        "dipe^\xa4\xb4\xa8",
        u"Œdipe^€Žš");
    row("ISO 2022 IR 166 alone", "ISO 2022 IR 166", "\xb9\xd2\xc1\xca\xa1\xd8\xc5", u"นามสกุล");
    row("ISO 2022 IR 13 alone", "ISO 2022 IR 13", "\xd4\xcf\xc0\xde^\xc0\xdb\xb3", u"ﾔﾏﾀﾞ^ﾀﾛｳ");
    row("PS3.5 H.3.1", "\\ISO 2022 IR 87",
        "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
        u"Yamada^Tarou=山田^太郎=やまだ^たろう");
    row("PS3.5 H.3.2", "ISO 2022 IR 13\\ISO 2022 IR 87",
        "\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J=\x1b$B$d$^$@\x1b(J^\x1b$B$?$m$&\x1b(J",
        u"ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
    row("only 87 named", "ISO 2022 IR 87", "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B", u"Yamada^Tarou=山田^太郎");
    row("JIS X 0212", "\\ISO 2022 IR 87\\ISO 2022 IR 159", "A^\x1b$(D0}0!\x1b(B=\x1b$B;3ED\x1b(B", u"A^侂丂=山田");
    row("half-width by escape", "\\ISO 2022 IR 13", "A^\x1b)I\xd4\xcf\xc0\xde", u"A^ﾔﾏﾀﾞ");
    row("a delimiter's byte inside a kanji", "\\ISO 2022 IR 87", "\x1b$BI=M=G=\x1b(B^\\", u"表予能^\\");
    row("PS3.5 I.2", "\\ISO 2022 IR 149",
        "Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf",
        u"Hong^Gildong=洪^吉洞=홍^길동");
    row("Korean, said only once", "\\ISO 2022 IR 149", "Hong^Gildong=\x1b$)C\xfb\xf3^\xd1\xce\xd4\xd7",
        u"Hong^Gildong=洪^吉洞");
    row("PS3.5 I.3, lines", "\\ISO 2022 IR 149", "\x1b$)C\xb1\xe6\xb5\xbf and ASCII\r\n\x1b$)C\xc8\xab",
        u"길동 and ASCII\r\n홍");
    row("PS3.5 K.2", "\\ISO 2022 IR 58",
        "Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab=", u"Zhang^XiaoDong=张^小东=");
    row("PS3.5 K.3, lines", "\\ISO 2022 IR 58",
        "1. The first line includes \x1b$)A\xd6\xd0\xce\xc4.\r\n2. The second line includes \x1b$)A\xd6\xd0\xce\xc4, "
        "too.\r\n",
        u"1. The first line includes 中文.\r\n2. The second line includes 中文, too.\r\n");
    row("Greek by escape", "ISO 2022 IR 100\\ISO 2022 IR 144\\ISO 2022 IR 126",
        "Dionysios is \x1b-F\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2", u"Dionysios is Διονυσιος");
    row("Greek and Russian", "ISO 2022 IR 100\\ISO 2022 IR 144\\ISO 2022 IR 126",
        "\x1b-F\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2 or \x1b-L\xbb\xee\xda"
        "ce\xdc\xd1yp\xd3",
        u"Διονυσιος or Люкceмбypг");
    row("the first set again after a component", "ISO 2022 IR 100\\ISO 2022 IR 126",
        "\x1b-F\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2^J\xe9r\xf4me=\x1b-F\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2\\J\xe9",
        u"Διονυσιος^Jérôme=Διονυσιος\\Jé");
    row("none, ASCII", "", "Doe^Jane", u"Doe^Jane");
    row("none, UTF-8", "", "J\xc3\xa9r\xc3\xb4me", u"Jérôme");
    row("none, Latin-1", "", "J\xe9r\xf4me", u"Jérôme");
    row("one that is not known", "ISO_IR 999", "J\xe9r\xf4me", u"Jérôme");
    row("careless spelling", "ISO-IR 100 ", "J\xe9r\xf4me", u"Jérôme");
    row("an escape that is not known", "\\ISO 2022 IR 87", "a\x1b$+Qb", u"ab");
    row("an escape that is cut off", "\\ISO 2022 IR 87", "a\x1b$", u"a");
    row("a kanji and a half", "\\ISO 2022 IR 87", "\x1b$B;3;", u"山");
}

void CharacterSetsTest::decodes() {
    QFETCH(QByteArray, sets);
    QFETCH(QByteArray, bytes);
    QTEST(io::decodeText(bytes, sets), "text");
}

void CharacterSetsTest::decodesInFiles() {
    const QTemporaryDir dir;
    test::DicomPhantom p;
    p.characterSet = "\\ISO 2022 IR 87";
    p.description = "\x1b$B;3ED\x1b(B T1";
    p.write(dir.filePath(QStringLiteral("a")));
    io::Job job;
    const io::Scan scan = io::scan({dir.path()}, job);
    QVERIFY(scan.found.at(0).header.name.contains(QString::fromUtf16(u"山田 T1")));
}

NEURAXIS_TEST_MAIN(CharacterSetsTest)
#include "tst_io_character_sets.moc"

#include "app/command.h"
#include "core/io/read_header.h"
#include "core/io/scan.h"
#include "core/model/header_rows.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(HeaderCommand)
};

/// The file itself, or of a folder the first of its first series. Throws io::Error.
QString fileOf(const QString& path) {
    if (!QFileInfo(path).isDir()) return path;
    io::Job job;
    const io::Scan scan = io::scan({path}, job);
    if (!scan.found.empty() && !scan.found.front().files.isEmpty()) return scan.found.front().files.front();
    throw io::Error(scan.skipped.empty() ? Texts::tr("There is nothing to open here.") : scan.skipped.front().reason);
}

void put(QJsonObject& object, const QString& name, const HeaderNode* node, bool identifying) {
    if (!node) return;
    if (node->identifying && !identifying)
        object[QStringLiteral("hidden")] = true;
    else
        object[name] = node->value;
}

QJsonArray json(const HeaderShown& shown, int parent) {
    QJsonArray all;
    for (int i = 0; i < shown.childCount(parent); ++i) {
        const int number = shown.child(parent, i);
        const HeaderRow& row = shown.row(number);
        const HeaderNode& node = row.either();
        QJsonObject object{{QStringLiteral("name"), node.name}};
        if (!tagText(node.tag).isEmpty()) {
            object[QStringLiteral("tag")] = QStringLiteral("%1").arg(node.tag, 8, 16, QLatin1Char('0')).toUpper();
            object[QStringLiteral("vr")] = QString::fromLatin1(node.vr, 2).trimmed();
        }
        if (!node.creator.isEmpty()) object[QStringLiteral("creator")] = node.creator;
        put(object, QStringLiteral("value"), row.left, shown.filter.identifying);
        if (shown.rows->compares()) {
            put(object, QStringLiteral("against"), row.right, shown.filter.identifying);
            object[QStringLiteral("differs")] = row.differs;
        }
        if (shown.childCount(number) > 0) object[QStringLiteral("children")] = json(shown, number);
        all << object;
    }
    return all;
}

/// Lines of a tag, VR, name and value; with two headers "≠" before and both values where they differ.
void print(const HeaderShown& shown, int parent, int depth, QString& text) {
    const bool compares = shown.rows->compares();
    const auto value = [&](const HeaderNode* node) {
        return node ? shownValue(*node, shown.filter.identifying) : QStringLiteral("—");
    };
    for (int i = 0; i < shown.childCount(parent); ++i) {
        const int number = shown.child(parent, i);
        const HeaderRow& row = shown.row(number);
        const HeaderNode& node = row.either();
        QString start = compares ? (row.differs ? QStringLiteral("≠ ") : QStringLiteral("  ")) : QString();
        start += QString(2 * depth, u' ');
        if (const QString tag = tagText(node.tag); !tag.isEmpty())
            start += QStringLiteral("%1 %2 ").arg(tag, QString::fromLatin1(node.vr, 2));
        start += node.name;
        QString values = value(row.left);
        if (compares && row.differs && (!row.left || !row.right || row.left->children.empty()))
            values += QStringLiteral("  |  ") + value(row.right);
        else if (!row.left)
            values = value(row.right);
        text += values.isEmpty() ? start : QStringLiteral("%1  %2").arg(start, -56).arg(values);
        text += u'\n';
        print(shown, number, depth + 1, text);
    }
}

} // namespace

int headerCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Prints the header of a file, or of the first file of a folder's first series. Values that may tell "
                  "who was scanned are hidden unless asked for."));
    const QCommandLineOption against(QStringLiteral("against"), Texts::tr("Compare with this file or folder."),
                                     QStringLiteral("PATH"));
    const QCommandLineOption differences(QStringLiteral("differences"),
                                         Texts::tr("With --against: print only what differs."));
    const QCommandLineOption search(QStringLiteral("search"),
                                    Texts::tr("Print only elements with this tag, or these words in name or value."),
                                    QStringLiteral("TEXT"));
    const QCommandLineOption identifying(QStringLiteral("identifying"), Texts::tr("Show identifying values too."));
    const QCommandLineOption asJson(QStringLiteral("json"), Texts::tr("Print JSON for programs."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Texts::tr("Print this help."));
    parser.addOptions({against, differences, search, identifying, asJson, help});
    parser.addPositionalArgument(QStringLiteral("PATH"), Texts::tr("A file or folder."), QStringLiteral("header PATH"));
    const bool understood = parser.parse(QStringList{QStringLiteral("neuraxis")} + arguments);
    if (understood && parser.isSet(help)) {
        printLine(stdout, parser.helpText());
        return 0;
    }
    if (!understood || parser.positionalArguments().size() != 1) {
        printLine(stderr, understood ? Texts::tr("Name one file or folder.") : parser.errorText());
        return 2;
    }
    if (parser.isSet(differences) && !parser.isSet(against)) {
        printLine(stderr, Texts::tr("--differences needs a second file: --against PATH."));
        return 2;
    }
    try {
        QString files[2] = {fileOf(parser.positionalArguments().first()), {}};
        std::shared_ptr<const HeaderTree> trees[2];
        if (parser.isSet(against)) files[1] = fileOf(parser.value(against));
        for (int i = 0; i < 2; ++i)
            if (!files[i].isEmpty()) trees[i] = std::make_shared<const HeaderTree>(io::readHeader(files[i]));
        const HeaderShown shown(lay(trees[0], trees[1]),
                                {parser.value(search), parser.isSet(differences), parser.isSet(identifying)});
        QString text;
        if (parser.isSet(asJson)) {
            QJsonObject all{{QStringLiteral("file"), files[0]}, {QStringLiteral("elements"), json(shown, -1)}};
            if (trees[1]) all[QStringLiteral("against")] = files[1];
            text = QString::fromUtf8(QJsonDocument(all).toJson());
        } else
            print(shown, -1, 0, text);
        if (!text.isEmpty()) printLine(stdout, text);
        // Of a folder, the reader did not say which; after what was asked for, and not part of it
        for (const QString& file : files)
            if (!file.isEmpty() && !parser.positionalArguments().contains(file) && file != parser.value(against))
                printLine(stderr, Texts::tr("This is the header of %1.").arg(QFileInfo(file).fileName()));
        for (const auto& tree : trees)
            if (tree && !tree->problem.isEmpty()) printLine(stderr, tree->problem);
        if (shown.found == 0)
            printLine(stderr, parser.isSet(search) ? Texts::tr("No element matches \"%1\".").arg(parser.value(search))
                                                   : Texts::tr("There is no difference."));
        return 0;
    } catch (const io::Error& error) {
        printLine(stderr, error.sentence());
        return 1;
    }
}

} // namespace neuraxis

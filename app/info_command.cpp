#include "app/command.h"
#include "core/io/scan.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(InfoCommand)
};

const char* severityWord(Finding::Severity severity) {
    constexpr const char* words[] = {"note", "warning", "error"};
    return words[static_cast<int>(severity)];
}

QJsonArray json(const Affine::Rows& rows) {
    QJsonArray all;
    for (const auto& row : rows) all << QJsonArray{row[0], row[1], row[2], row[3]};
    return all;
}

QJsonObject json(const io::Found& found) {
    const VolumeHeader& h = found.header;
    const auto spacing = h.voxelToLps.spacingMm();
    QJsonArray findings;
    for (const Finding& f : h.findings)
        findings << QJsonObject{{QStringLiteral("severity"), QLatin1String(severityWord(f.severity))},
                                {QStringLiteral("code"), f.code},
                                {QStringLiteral("text"), f.text}};
    return {{QStringLiteral("kind"), QStringLiteral("volume")},
            {QStringLiteral("format"), h.format},
            {QStringLiteral("name"), h.name},
            {QStringLiteral("files"), QJsonArray::fromStringList(found.files)},
            {QStringLiteral("series"), QJsonObject{{QStringLiteral("uid"), h.series.uid},
                                                   {QStringLiteral("number"), h.series.number},
                                                   {QStringLiteral("description"), h.series.description}}},
            {QStringLiteral("sizeVoxels"), QJsonArray{h.size[0], h.size[1], h.size[2]}},
            {QStringLiteral("volumes"), h.volumes},
            {QStringLiteral("spacingMm"), QJsonArray{spacing[0], spacing[1], spacing[2]}},
            {QStringLiteral("affineRas"), json(h.voxelToLps.ras())},
            {QStringLiteral("space"), h.placedBy},
            {QStringLiteral("storedType"), storedTypeName(h.type)},
            {QStringLiteral("scale"),
             QJsonObject{{QStringLiteral("slope"), h.slope}, {QStringLiteral("intercept"), h.intercept}}},
            {QStringLiteral("unit"), h.unit},
            {QStringLiteral("findings"), findings}};
}

QString asJson(const io::Scan& scan) {
    QJsonArray items, skipped;
    for (const io::Found& found : scan.found) items << json(found);
    for (const io::Skipped& s : scan.skipped)
        skipped << QJsonObject{{QStringLiteral("path"), s.path}, {QStringLiteral("reason"), s.reason}};
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{QStringLiteral("items"), items}, {QStringLiteral("skipped"), skipped}}).toJson());
}

/// A line of a block: "  Voxels     256 x 256 x 170, 1 x 1 x 1 mm".
QString line(const QString& label, const QString& value) {
    return value.isEmpty() ? QString() : QStringLiteral("  %1 %2\n").arg(label, -10).arg(value);
}

QString asText(const io::Found& found) {
    const VolumeHeader& h = found.header;
    const auto spacing = h.voxelToLps.spacingMm();
    const auto number = [](double value) { return QString::number(value, 'g', 6); };
    QString voxels = Texts::tr("%1 x %2 x %3").arg(h.size[0]).arg(h.size[1]).arg(h.size[2]);
    if (h.volumes > 1) voxels += Texts::tr(", %1 volumes").arg(h.volumes);
    QString values = storedTypeName(h.type);
    if (h.slope != 1 || h.intercept != 0)
        values += Texts::tr(", times %1 plus %2").arg(number(h.slope), number(h.intercept));
    if (!h.unit.isEmpty()) values += QStringLiteral(" ") + h.unit;

    QString text = h.series.number > 0 ? QStringLiteral("%1  %2\n").arg(h.series.number).arg(h.name) : h.name + u'\n';
    text += line(Texts::tr("Format"), h.format);
    text += line(Texts::tr("Files"), found.files.size() == 1
                                         ? found.files.first()
                                         : Texts::tr("%1, from %2").arg(found.files.size()).arg(found.files.first()));
    text += line(Texts::tr("Protocol"), h.series.protocol);
    text += line(Texts::tr("Voxels"), voxels);
    text += line(Texts::tr("Spacing"),
                 Texts::tr("%1 x %2 x %3 mm").arg(number(spacing[0]), number(spacing[1]), number(spacing[2])));
    text += line(Texts::tr("Placed by"), h.placedBy);
    text += line(Texts::tr("Values"), values);
    for (const Finding& f : h.findings)
        text += line(f.severity == Finding::Severity::Note ? Texts::tr("Note") : Texts::tr("Warning"), f.text);
    return text + u'\n';
}

QString asText(const io::Scan& scan) {
    QString text;
    for (const io::Found& found : scan.found) text += asText(found);
    if (!scan.skipped.empty()) text += Texts::tr("Not opened:\n");
    for (const io::Skipped& s : scan.skipped) text += QStringLiteral("  %1\n    %2\n").arg(s.path, s.reason);
    return text;
}

} // namespace

int infoCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Says what is in files and folders, without opening a window."));
    const QCommandLineOption asJsonOption(QStringLiteral("json"), Texts::tr("Print JSON for programs."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Texts::tr("Print this help."));
    parser.addOptions({asJsonOption, help});
    parser.addPositionalArgument(QStringLiteral("PATH"), Texts::tr("Files and folders."),
                                 QStringLiteral("info PATH..."));
    const bool understood = parser.parse(QStringList{QStringLiteral("neuraxis")} + arguments);
    if (understood && parser.isSet(help)) {
        printLine(stdout, parser.helpText());
        return 0;
    }
    if (!understood || parser.positionalArguments().isEmpty()) {
        printLine(stderr, (understood ? Texts::tr("Name a file or folder to look at.") : parser.errorText()));
        return 2;
    }
    io::Job job;
    const io::Scan scan = io::scan(parser.positionalArguments(), job);
    // A single reason is told once, below.
    const bool listed = !scan.found.empty() || scan.skipped.size() > 1;
    if (parser.isSet(asJsonOption) || listed)
        printLine(stdout, parser.isSet(asJsonOption) ? asJson(scan) : asText(scan));
    if (!scan.found.empty()) return 0;
    printLine(stderr,
              (scan.skipped.empty() ? Texts::tr("There is nothing to open here.") : scan.skipped.front().reason));
    return 1;
}

} // namespace neuraxis

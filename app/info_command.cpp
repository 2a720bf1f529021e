#include "app/command.h"
#include "app/cortex_info.h"
#include "core/io/scan.h"
#include "core/model/orientation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
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

QJsonArray json(const std::vector<double>& numbers) {
    QJsonArray all;
    for (const double number : numbers) all << number;
    return all;
}

QJsonObject json(const Scaling& scaling) {
    return {{QStringLiteral("name"), scaling.name},
            {QStringLiteral("slope"), scaling.slope},
            {QStringLiteral("intercept"), scaling.intercept},
            {QStringLiteral("unit"), scaling.unit}};
}

QJsonObject json(const Acquisition& a) {
    return {{QStringLiteral("manufacturer"), a.manufacturer},
            {QStringLiteral("repetitionTimeMs"), a.repetitionTimeMs},
            {QStringLiteral("flipAngleDeg"), a.flipAngleDeg},
            {QStringLiteral("phaseEncodingAxis"),
             a.phaseEncodingAxis < 0 ? QString() : QStringLiteral("ijk").mid(a.phaseEncodingAxis, 1)},
            {QStringLiteral("phaseEncodingSign"), a.phaseEncodingSign},
            {QStringLiteral("effectiveEchoSpacingS"), a.effectiveEchoSpacingS},
            {QStringLiteral("totalReadoutTimeS"), a.totalReadoutTimeS},
            {QStringLiteral("readoutEstimated"), a.readoutEstimated},
            {QStringLiteral("sliceTimesS"), json(a.sliceTimesS)},
            {QStringLiteral("sliceTimesEstimated"), a.sliceTimesEstimated}};
}

QJsonObject json(const io::Found& found) {
    const VolumeHeader& h = found.header;
    const auto spacing = h.voxelToLps.spacingMm();
    QJsonArray findings;
    for (const Finding& f : h.findings)
        findings << QJsonObject{{QStringLiteral("severity"), QLatin1String(severityWord(f.severity))},
                                {QStringLiteral("code"), f.code},
                                {QStringLiteral("text"), f.text}};
    QJsonArray vectors, labels, scalings;
    for (const WorldVector& g : h.fourth.bVectors) vectors << QJsonArray{g.x, g.y, g.z};
    for (const QString& label : h.fourth.labels) labels << label;
    for (const Scaling& scaling : h.scalings) scalings << json(scaling);
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
            {QStringLiteral("scalings"), scalings},
            {QStringLiteral("component"), h.component},
            {QStringLiteral("timeStepMs"), h.fourth.stepMs},
            {QStringLiteral("timesMs"), json(h.fourth.timesMs)},
            {QStringLiteral("echoTimesMs"), json(h.fourth.echoTimesMs)},
            {QStringLiteral("inversionTimesMs"), json(h.fourth.inversionTimesMs)},
            {QStringLiteral("bValues"), json(h.fourth.bValues)},
            {QStringLiteral("bVectors"), vectors},
            {QStringLiteral("bVectorsFrame"), QStringLiteral("LPS")},
            {QStringLiteral("labels"), labels},
            {QStringLiteral("acquisition"), json(h.acquisition)},
            {QStringLiteral("findings"), findings}};
}

/// The cortices of a scan, read; null where one could not be.
using Cortices = std::vector<std::shared_ptr<const Cortex>>;

/// Reads them all; why one cannot be is in `skipped`.
Cortices readCortices(io::Scan& scan, io::Job& job) {
    Cortices cortices;
    for (const io::FoundCortex& found : scan.cortices) {
        cortices.push_back(nullptr);
        try {
            cortices.back() = io::readCortex(found, job);
        } catch (const io::Error& error) {
            scan.skipped.push_back({found.files.front(), error.sentence()});
        }
    }
    return cortices;
}

QString asJson(const io::Scan& scan, const Cortices& cortices) {
    QJsonArray items, skipped;
    for (const io::Found& found : scan.found) items << json(found);
    for (std::size_t i = 0; i < cortices.size(); ++i)
        if (cortices[i]) items << cortexJson(scan.cortices[i], cortices[i].get());
    for (const io::Skipped& s : scan.skipped)
        skipped << QJsonObject{{QStringLiteral("path"), s.path}, {QStringLiteral("reason"), s.reason}};
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{QStringLiteral("items"), items}, {QStringLiteral("skipped"), skipped}}).toJson());
}

/// A line of a block: "  Voxels     256 x 256 x 170, 1 x 1 x 1 mm".
QString line(const QString& label, const QString& value) {
    return value.isEmpty() ? QString() : QStringLiteral("  %1 %2\n").arg(label, -10).arg(value);
}

QString scalingName(const QString& name) {
    return name == QStringLiteral("displayed")    ? Texts::tr("displayed")
           : name == QStringLiteral("real-world") ? Texts::tr("real-world")
                                                  : Texts::tr("precise");
}

/// Least and greatest of several numbers, or the one there is.
QString range(const std::vector<double>& numbers) {
    const auto [least, greatest] = std::minmax_element(numbers.begin(), numbers.end());
    const auto text = [](double value) { return QString::number(value, 'g', 6); };
    return *least == *greatest ? text(*least) : Texts::tr("%1 to %2").arg(text(*least), text(*greatest));
}

/// What the volumes are: "b 0 to 2000 s/mm², 20 directions".
QString seriesLine(const VolumeHeader& h) {
    QStringList words;
    if (!h.fourth.bValues.empty()) {
        words << Texts::tr("b %1 s/mm²").arg(range(h.fourth.bValues));
        const auto directed = std::count_if(h.fourth.bVectors.begin(), h.fourth.bVectors.end(),
                                            [](const WorldVector& g) { return length(g) > 0; });
        words << Texts::tr("%n direction(s)", nullptr, static_cast<int>(directed));
    }
    QStringList kinds(h.fourth.labels.begin(), h.fourth.labels.end());
    kinds.removeDuplicates();
    for (const QString& kind : kinds)
        words
            << QStringLiteral("%1 %2").arg(std::count(h.fourth.labels.begin(), h.fourth.labels.end(), kind)).arg(kind);
    if (h.volumes > 1 && h.fourth.stepMs > 0) words << Texts::tr("every %1 s").arg(h.fourth.stepMs / 1000);
    return words.join(QStringLiteral(", "));
}

/// "columns, towards posterior; readout 0.0383 s (estimated); slice times known".
QString encodingLine(const VolumeHeader& h) {
    const Acquisition& a = h.acquisition;
    QStringList words;
    if (a.phaseEncodingAxis >= 0) {
        const WorldVector step = h.voxelToLps.step(a.phaseEncodingAxis);
        words << (a.phaseEncodingSign == 0
                      ? Texts::tr("along %1-%2, sense unknown")
                            .arg(directionLetters(-step).left(1), directionLetters(step).left(1))
                      : Texts::tr("towards %1").arg(directionLetters(step * a.phaseEncodingSign).left(1)));
    }
    if (a.totalReadoutTimeS > 0)
        words << (a.readoutEstimated ? Texts::tr("readout %1 s (estimated)") : Texts::tr("readout %1 s"))
                     .arg(QString::number(a.totalReadoutTimeS, 'g', 5));
    if (!a.sliceTimesS.empty())
        words << (a.sliceTimesEstimated ? Texts::tr("slice times estimated") : Texts::tr("slice times known"));
    return words.join(QStringLiteral(", "));
}

QString asText(const io::Found& found) {
    const VolumeHeader& h = found.header;
    const auto spacing = h.voxelToLps.spacingMm();
    const auto number = [](double value) { return QString::number(value, 'g', 4); };
    QString voxels = Texts::tr("%1 x %2 x %3").arg(h.size[0]).arg(h.size[1]).arg(h.size[2]);
    if (h.volumes > 1) voxels += Texts::tr(", %1 volumes").arg(h.volumes);
    QString values = storedTypeName(h.type);
    if (h.slope != 1 || h.intercept != 0)
        values += Texts::tr(", times %1 plus %2").arg(number(h.slope), number(h.intercept));
    if (!h.unit.isEmpty()) values += QStringLiteral(" ") + h.unit;
    for (std::size_t i = 1; i < h.scalings.size(); ++i)
        values +=
            Texts::tr("; %1 scaling: times %2 plus %3")
                .arg(scalingName(h.scalings[i].name), number(h.scalings[i].slope), number(h.scalings[i].intercept));

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
    text += line(Texts::tr("Volumes"), seriesLine(h));
    text += line(Texts::tr("Phase"), encodingLine(h));
    for (const Finding& f : h.findings)
        text += line(f.severity == Finding::Severity::Note ? Texts::tr("Note") : Texts::tr("Warning"), f.text);
    return text + u'\n';
}

QString asText(const io::Scan& scan, const Cortices& cortices) {
    QString text;
    for (const io::Found& found : scan.found) text += asText(found);
    for (std::size_t i = 0; i < cortices.size(); ++i)
        if (cortices[i]) text += cortexText(scan.cortices[i], cortices[i].get());
    if (!scan.skipped.empty()) text += Texts::tr("Not opened:\n");
    for (const io::Skipped& s : scan.skipped) text += QStringLiteral("  %1\n    %2\n").arg(s.path, s.reason);
    return text;
}

int info(const QStringList& paths, bool inJson) {
    io::Job job;
    io::Scan scan = io::scan(paths, job);
    for (io::Found& found : scan.found)
        for (Finding& finding : io::lookAtVoxels(found, job)) found.header.findings.push_back(std::move(finding));
    const Cortices cortices = readCortices(scan, job);
    const bool anything =
        !scan.found.empty() || std::any_of(cortices.begin(), cortices.end(), [](const auto& c) { return c; });
    // A single reason is told once, below.
    const bool listed = anything || scan.skipped.size() > 1;
    if (inJson || listed) printLine(stdout, inJson ? asJson(scan, cortices) : asText(scan, cortices));
    // What was named must be readable; what lies around it in a folder need not be.
    const bool missed = std::any_of(scan.skipped.begin(), scan.skipped.end(),
                                    [&](const io::Skipped& one) { return paths.contains(one.path); });
    if (anything) return missed ? 1 : 0;
    printLine(stderr,
              (scan.skipped.empty() ? Texts::tr("There is nothing to open here.") : scan.skipped.front().reason));
    return 1;
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
    try {
        return info(parser.positionalArguments(), parser.isSet(asJsonOption));
    } catch (const std::bad_alloc&) {
        printLine(stderr, Texts::tr("There is not enough memory to look at all of this. Name fewer files."));
        return 1;
    }
}

} // namespace neuraxis

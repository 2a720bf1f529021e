#include "app/command.h"
#include "app/cortex_info.h"
#include "core/io/bids.h"
#include "core/io/cortex_write.h"
#include "core/io/format.h"
#include "core/io/write.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <cstdio>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ConvertCommand)
};

/// A file name that every system takes: "301_T1w_3D_echo_2".
QString fileStem(const VolumeHeader& header) {
    static const QRegularExpression odd(QStringLiteral("[^\\p{L}\\p{N}+.-]+"));
    QString name = header.name;
    name = name.replace(odd, QStringLiteral("_")).left(100);
    while (name.startsWith(u'.') || name.startsWith(u'_') || name.startsWith(u'-')) name.remove(0, 1);
    while (name.endsWith(u'.') || name.endsWith(u'_')) name.chop(1);
    if (name.isEmpty()) name = QStringLiteral("volume");
    return header.series.number > 0 ? QStringLiteral("%1_%2").arg(header.series.number).arg(name) : name;
}

/// One free name per volume in the folder; numbered where two would be the same.
QStringList pathsIn(const QString& folder, const QString& suffix, const std::vector<io::Found>& found) {
    QStringList paths;
    QSet<QString> taken;
    for (const io::Found& f : found) {
        const QString stem = fileStem(f.header);
        QString name = stem;
        for (int n = 2; taken.contains(name.toLower()); ++n) name = QStringLiteral("%1_%2").arg(stem).arg(n);
        taken.insert(name.toLower());
        paths << QDir(folder).filePath(name + suffix);
    }
    return paths;
}

/// Where each volume goes. Throws io::Error when OUT does not fit what was found.
QStringList destinations(const QString& out, const QString& suffix, const std::vector<io::Found>& found) {
    const bool folder = QFileInfo(out).isDir() || out.endsWith(u'/');
    const bool named =
        !folder && (!io::writableSuffix(out).isEmpty() || (found.size() == 1 && !QFileInfo(out).suffix().isEmpty()));
    if (named && found.size() > 1)
        throw io::Error(Texts::tr("There are %1 volumes, too many for one file. Name a folder instead of %2.")
                            .arg(found.size())
                            .arg(io::fileName(out)));
    const QString place = named ? QFileInfo(out).path() : out;
    if (!QDir().mkpath(place))
        throw io::Error(Texts::tr("The folder %1 cannot be made. Choose another place.").arg(io::fileName(place)));
    if (named) return {out};
    return pathsIn(out, suffix, found);
}

void refuseInputs(const QStringList& outputs, const std::vector<io::Found>& found) {
    QSet<QString> inputs, scannerFolders;
    for (const io::Found& f : found)
        for (const QString& file : f.files) {
            inputs.insert(QFileInfo(file).canonicalFilePath());
            if (f.header.format == QStringLiteral("DICOM")) scannerFolders.insert(QFileInfo(file).canonicalPath());
        }
    for (const QString& output : outputs) {
        // Of the folder: a file that is not there yet has no canonical path
        if (scannerFolders.contains(QFileInfo(QFileInfo(output).path()).canonicalFilePath()))
            throw io::Error(
                Texts::tr("%1 would lie among the scanner's files, where nothing is written. Choose another folder.")
                    .arg(io::fileName(output)));
        if (inputs.contains(QFileInfo(output).canonicalFilePath()))
            throw io::Error(Texts::tr("%1 is one of the files to read; it is not written over. Choose another name.")
                                .arg(io::fileName(output)));
    }
}

/// The sidecars' name for a volume: "dwi.nii.gz" has "dwi.json".
QString sidecar(const QString& output, const char* suffix) {
    return output.chopped(io::writableSuffix(output).size()) + QLatin1String(suffix);
}

QStringList withTheirSidecars(QStringList outputs) {
    for (const QString& output : QStringList(outputs))
        for (const char* suffix : {".json", ".bval", ".bvec"}) outputs << sidecar(output, suffix);
    return outputs;
}

void writeSidecars(const io::Found& found, const QString& output) {
    QJsonObject json = io::bidsSidecar(found);
    json[QStringLiteral("ConversionSoftwareVersion")] = QCoreApplication::applicationVersion();
    io::writeWhole(sidecar(output, ".json"), QJsonDocument(json).toJson());
    // Maps made of diffusion scans are no longer weighted in one direction
    const FourthDimension& fourth = found.header.fourth;
    const bool original = found.header.component.isEmpty() || found.header.component == QStringLiteral("magnitude");
    const bool directed =
        std::any_of(fourth.bVectors.begin(), fourth.bVectors.end(), [](const WorldVector& g) { return length(g) > 0; });
    if (fourth.bValues.empty() || !(original || directed)) return;
    io::writeWhole(sidecar(output, ".bval"), io::bvalText(found.header));
    io::writeWhole(sidecar(output, ".bvec"), io::bvecText(found));
}

void refuseInput(const QString& output, const io::FoundCortex& found) {
    for (const QString& file : found.files)
        if (QFileInfo(file).canonicalFilePath() == QFileInfo(output).canonicalFilePath() && QFileInfo::exists(output))
            throw io::Error(Texts::tr("%1 is one of the files to read; it is not written over. Choose another name.")
                                .arg(io::fileName(output)));
}

/// A cortex as one file, by its name, or as a folder of files of one kind.
int convertCortices(const io::Scan& scan, const QString& out, const QString& suffix, io::Job& job) {
    const bool isFile = suffix.isEmpty() && !QFileInfo(out).isDir() && !io::surfaceSuffix(out).isEmpty();
    if (!isFile && suffix.isEmpty())
        throw io::Error(
            Texts::tr("The name %1 does not say how surfaces are to be written. End it with one of %2, begin "
                      "it with lh. or rh. as FreeSurfer does, or name a folder and --as.")
                .arg(io::fileName(out), io::surfaceSuffixes().join(QStringLiteral(", "))));
    if (isFile && scan.cortices.size() > 1)
        throw io::Error(Texts::tr("There are %1 cortices, too many for one file. Name a folder instead of %2.")
                            .arg(scan.cortices.size())
                            .arg(io::fileName(out)));
    QSet<QString> taken;
    for (const io::FoundCortex& found : scan.cortices) {
        QString own = found.name;
        for (int n = 2; taken.contains(own); ++n) own = QStringLiteral("%1_%2").arg(found.name).arg(n);
        taken.insert(own);
        const QString folder = isFile                      ? QFileInfo(out).path()
                               : scan.cortices.size() == 1 ? out
                                                           : QDir(out).filePath(own);
        if (!QDir().mkpath(folder))
            throw io::Error(Texts::tr("The folder %1 cannot be made. Choose another place.").arg(io::fileName(folder)));
        for (const QString& file : found.files)
            if (!isFile && QFileInfo(folder).canonicalFilePath() == QFileInfo(file).canonicalPath())
                throw io::Error(
                    Texts::tr("%1 is the folder that is read; nothing is written there. Choose another one.")
                        .arg(io::fileName(folder)));
        if (isFile) refuseInput(out, found);
        const auto cortex = io::readCortex(found, job);
        const VolumeHeader geometry = io::surfaceGeometry(found.files);
        tellWarnings(cortex->name, cortex->findings);
        if (isFile) {
            io::writeCortex(*cortex, out, geometry, job);
            printLine(stdout, out);
            continue;
        }
        Cortex measured = *cortex; // with what the surfaces themselves say of the regions
        for (RegionTable& table : measuredTables(*cortex)) measured.tables.push_back(std::move(table));
        for (const QString& written : io::writeCortexInto(measured, folder, suffix, geometry, job))
            printLine(stdout, written);
    }
    return 0;
}

int convert(const QString& path, const QString& out, const QString& suffix, bool withSidecars) {
    io::Job job;
    const io::Scan scan = io::scan({path}, job);
    const bool asSurface = io::surfaceSuffixes().contains(suffix);
    const bool byName =
        io::writableSuffix(out).isEmpty() && !io::surfaceSuffix(out).isEmpty() && !QFileInfo(out).isDir();
    if (!scan.cortices.empty() && (asSurface || byName || scan.found.empty()))
        return convertCortices(scan, out, asSurface ? suffix : QString(), job);
    if (asSurface)
        throw io::Error(scan.skipped.empty() ? Texts::tr("There is no surface here.") : scan.skipped.front().reason);
    if (scan.found.empty())
        throw io::Error(scan.skipped.empty() ? Texts::tr("There is nothing to open here.")
                                             : scan.skipped.front().reason);
    const QStringList outputs = destinations(out, suffix, scan.found);
    refuseInputs(withSidecars ? withTheirSidecars(outputs) : outputs, scan.found);
    QStringList problems;
    for (std::size_t i = 0; i < scan.found.size(); ++i) {
        const QString& output = outputs[static_cast<qsizetype>(i)];
        try {
            const auto volume = io::read(scan.found[i], job);
            io::write(*volume, output, job);
            if (withSidecars) writeSidecars(scan.found[i], output);
            tellWarnings(volume->header().name, volume->header().findings);
            printLine(stdout, output);
        } catch (const io::Error& error) {
            problems << error.sentence();
        } catch (const std::bad_alloc&) {
            problems << Texts::tr("%1 needs more memory than there is.").arg(scan.found[i].header.name);
        }
    }
    if (!scan.skipped.empty())
        printLine(stderr, Texts::tr("%n file(s) hold no volume or cannot be read; \"neuraxis info\" lists them.",
                                    nullptr, static_cast<int>(scan.skipped.size())));
    if (problems.isEmpty()) return 0;
    throw io::Error(problems.size() == 1 ? problems.first()
                                         : Texts::tr("%1 of %2 volumes could not be converted. The first: %3")
                                               .arg(problems.size())
                                               .arg(scan.found.size())
                                               .arg(problems.first()));
}

} // namespace

int convertCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Writes a volume as %1, by the name of OUT. A PATH with several volumes gives one file each in the "
                  "folder OUT. Voxels stay as stored; slope and intercept go with them. Surfaces, maps and regions are "
                  "written as .gii, .vtp or .tsv, or as FreeSurfer does where OUT begins with lh. or rh. or ends in "
                  ".annot or .label; places are RAS millimetres, in .vtp LPS.")
            .arg(io::writableSuffixes().join(QStringLiteral(", "))));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Texts::tr("Print this help."));
    const QCommandLineOption bids(QStringLiteral("bids"),
                                  Texts::tr("Also writes what BIDS keeps beside an image: .json and, of diffusion "
                                            "scans, .bval and .bvec (directions along the written grid's axes)."));
    const QCommandLineOption as(
        QStringLiteral("as"),
        Texts::tr("Of several volumes in a folder, the kind of file: one of %1; of surfaces, one "
                  "of %2.")
            .arg(io::writableSuffixes().join(QStringLiteral(", ")), io::surfaceSuffixes().join(QStringLiteral(", "))),
        QStringLiteral("SUFFIX"), QStringLiteral(".nii.gz"));
    parser.addOptions({as, bids, help});
    parser.addPositionalArgument(QStringLiteral("PATH"), Texts::tr("A file or folder."),
                                 QStringLiteral("convert PATH"));
    parser.addPositionalArgument(QStringLiteral("OUT"), Texts::tr("The file to write, or a folder."));
    const bool understood = parser.parse(QStringList{QStringLiteral("neuraxis")} + arguments);
    if (understood && parser.isSet(help)) {
        printLine(stdout, parser.helpText());
        return 0;
    }
    const QStringList words = parser.positionalArguments();
    if (!understood || words.size() != 2) {
        printLine(stderr, understood ? Texts::tr("Name what to read and what to write: neuraxis convert PATH OUT.")
                                     : parser.errorText());
        return 2;
    }
    const QString suffix = parser.value(as).startsWith(u'.') ? parser.value(as) : u'.' + parser.value(as);
    if (!io::writableSuffixes().contains(suffix) && !io::surfaceSuffixes().contains(suffix)) {
        printLine(stderr,
                  Texts::tr("%1 is not one of %2.")
                      .arg(suffix, (io::writableSuffixes() + io::surfaceSuffixes()).join(QStringLiteral(", "))));
        return 2;
    }
    const QString own = io::writableSuffix(words[1]);
    if (parser.isSet(as) && !own.isEmpty() && own != suffix) {
        printLine(stderr, Texts::tr("--as %1 contradicts the name %2.").arg(suffix, io::fileName(words[1])));
        return 2;
    }
    try {
        return convert(words[0], words[1], suffix, parser.isSet(bids));
    } catch (const io::Error& error) {
        printLine(stderr, error.sentence());
    } catch (const std::bad_alloc&) {
        printLine(stderr, Texts::tr("There is not enough memory for this volume."));
    }
    return 1;
}

} // namespace neuraxis

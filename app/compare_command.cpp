#include "app/change_outputs.h"
#include "app/command.h"
#include "app/control_visits.h"
#include "app/controls_noise.h"
#include "app/named_rows.h"
#include "app/region_trajectories.h"
#include "app/roi_study.h"
#include "app/study_visits.h"
#include "core/study/taking_in.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <cstdio>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CompareCommand)
};

using study::Study;

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(Texts::tr(
        "Compares a participant's visits without a window: aligns their images in a space midway between them, and "
        "writes pictures, maps of change and tables into the folder DIR. STUDY is a study's file or address; images "
        "that are named one by one are taken as visits in that order.\n\n"
        "Maps lie in the space of the first visit; nothing is resampled but for them. What is found is kept in the "
        "study."));
    const auto add = [&](const char* name, const QString& help, const QString& value, const QString& byDefault = {}) {
        parser.addOption({QString::fromLatin1(name), help, value, byDefault});
    };
    parser.addPositionalArgument(
        QStringLiteral("STUDY"), Texts::tr("The study, then the participant's pseudonym."),
        QStringLiteral("compare STUDY PARTICIPANT | compare IMAGE IMAGE... | compare STUDY --controls"));
    add("out", Texts::tr("The folder to write into; made where there is none. By default compare-PARTICIPANT, here."),
        QStringLiteral("DIR"));
    add("kind", Texts::tr("Which images: T1, diffusion, cord ... ; T1 where there are such."), QStringLiteral("KIND"));
    add("visit", Texts::tr("Labels of the visits, as 1,3. All by default."), QStringLiteral("LABELS"));
    add("pair", Texts::tr("The two visits that maps are made of, by label; first and last by default."),
        QStringLiteral("A,B"));
    add("align", Texts::tr("rigid or affine."), QStringLiteral("HOW"), QStringLiteral("rigid"));
    parser.addOption({QStringLiteral("again"), Texts::tr("Aligns anew where the study knows how the visits lie.")});
    parser.addOption({QStringLiteral("with-failed"), Texts::tr("Also takes visits that failed quality for maps.")});
    parser.addOption({QStringLiteral("controls"),
                      Texts::tr("Compares first and last visit of up to 20 controls and keeps in the study what of "
                                "change is noise, by which maps are masked from then on. Those who were compared "
                                "before are not compared again without --again.")});
    parser.addOption(
        {QStringLiteral("no-maps"), Texts::tr("Writes alignment, pictures and, with --roi, brightness only.")});
    add("roi",
        Texts::tr(
            "A mask or label image that lies over the first visit's image: what all visits have in its regions of "
            "interest, and how that changes."),
        QStringLiteral("FILE"));
    add("roi-of", Texts::tr("The visit over which --roi lies instead."), QStringLiteral("LABEL"));
    add("at", Texts::tr("Where the pictures are made, in RAS millimetres of the first visit."),
        QStringLiteral("R,A,S"));
    add("size", Texts::tr("Width and height of pictures in pixels."), QStringLiteral("WxH"),
        QStringLiteral("1600x900"));
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, Texts::tr("Shows this help.")});
}

/// The place of a visit by its label.
auto labelled(const std::vector<ComparedVisit>& visits, const QString& label) {
    const auto here =
        std::find_if(visits.begin(), visits.end(), [&](const ComparedVisit& visit) { return visit.label == label; });
    if (here == visits.end()) throw io::Error(Texts::tr("There is no visit %1 with such an image.").arg(label));
    return static_cast<std::size_t>(here - visits.begin());
}

/// The places of the two visits that maps are made of: the first and the last that can be used. The first is beyond the
/// last where there are not two.
std::pair<std::size_t, std::size_t> pairOf(const std::vector<ComparedVisit>& visits, const QString& wish,
                                           bool withFailed) {
    if (!wish.isEmpty()) {
        const QStringList labels = wish.split(u',');
        if (labels.size() != 2) throw Usage{Texts::tr("--pair needs two labels: --pair 1,3.")};
        const std::pair two{labelled(visits, labels[0].trimmed()), labelled(visits, labels[1].trimmed())};
        if (two.first == two.second) throw Usage{Texts::tr("--pair needs two visits that differ.")};
        return std::minmax(two.first, two.second); // the earlier one first
    }
    std::size_t first = visits.size(), last = 0;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        if ((!withFailed && visits[i].quality == u"failed") || !visits[i].place.isAligned()) continue;
        first = std::min(first, i);
        last = i;
    }
    return {first, last};
}

/// What is to be known of the time between two visits; "" where there is nothing.
QString remarkOnTime(const ComparedVisit& first, const ComparedVisit& second) {
    if (!first.yearsSinceFirst || !second.yearsSinceFirst)
        return Texts::tr("A visit's date is not known: no rates are told, only changes.");
    const double years = *second.yearsSinceFirst - *first.yearsSinceFirst;
    if (years == 0) return Texts::tr("Both visits were on one day: no rates are told, only changes.");
    if (years < shortestRateYears)
        return Texts::tr("Less than three months lie between the visits: no rates are told, only changes.");
    return {};
}

void keep(Study& study, const ComparedImages& images) {
    if (!images.isNew || study.isReadOnly()) return;
    std::vector<study::Change> changes;
    for (std::size_t i = 0; i < images.visits.size(); ++i)
        changes.push_back(placeChange(images.visits[i].uid, images.keys[static_cast<qsizetype>(i)], images.keys,
                                      images.visits[i].place, study::accountName()));
    study.apply(changes);
}

/// Compares the first and the last visit of each control and keeps what of their change is noise.
int compareControls(const QString& place, const ImageWish& wish, io::Job& job) {
    constexpr int most = 20; // their median hardly changes with more
    const std::unique_ptr<Study> open = Study::open(studyPlace(place));
    if (open->isReadOnly())
        throw io::Error(Texts::tr("This study cannot be written to, so that nothing could be kept."));
    const FilteredStudy all(open->cohort());
    const std::vector<study::Remark> before = open->remarks({});
    QStringList contrasts;
    int done = 0;
    for (const CohortIndex::Row& row : all.index.rows()) {
        if (done == most) break;
        if (!isControl(*row.participant) || row.visits.size() < 2 || !row.hasImages) continue;
        try {
            const ComparedImages images = comparedImages(*open, all.index, row, wish, job);
            keep(*open, images);
            const auto [first, second] = pairOf(images.visits, {}, false);
            if (first >= second) continue;
            const ComparedVisit &one = images.visits[first], &two = images.visits[second];
            if (!contrasts.contains(two.contrast)) contrasts << two.contrast;
            if (!wish.alignsAnew && visitsWithNoise(before, two.contrast).contains(two.uid)) {
                ++done;
                continue;
            }
            const ChangeNoise found =
                noiseBetween(alignedVisit(one.volume, one.place), alignedVisit(two.volume, two.place));
            open->apply(changeNoiseChanges(two.uid, two.contrast, found, study::accountName()));
            printLine(stdout, QStringLiteral("%1: %2").arg(row.participant->name, noiseInWords(found)));
            if (found.brightness && found.volume) ++done;
        } catch (const io::Error& error) {
            printLine(stderr, row.participant->name + QStringLiteral(": ") + error.sentence());
        }
    }
    const auto noise = changeNoiseOf(open->remarks({}), all.index.cohort());
    bool isKnown = false;
    for (const QString& contrast : contrasts) {
        const ChangeNoise known = noise.value(contrast);
        if (!known.brightness && !known.volume) continue;
        printLine(stdout, Texts::tr("Noise of the study's %1: %2").arg(contrast, noiseInWords(known)));
        isKnown = true;
    }
    if (isKnown) return 0;
    printLine(stderr, Texts::tr("Fewer than five controls could be compared: the noise of each pair is used."));
    return 1;
}

int compare(const QStringList& words, const QCommandLineParser& parser) {
    const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
    if (words.isEmpty()) throw Usage{Texts::tr("Name a study and a participant: neuraxis compare STUDY PARTICIPANT.")};
    if (value("align") != u"rigid" && value("align") != u"affine")
        throw Usage{Texts::tr("--align is rigid or affine.")};
    std::optional<WorldPoint> at;
    if (!value("at").isEmpty()) {
        const auto ras = numbersOf(QStringLiteral("at"), value("at"), u',', 3);
        at = {-ras[0], -ras[1], ras[2]};
    }
    const auto size = numbersOf(QStringLiteral("size"), value("size"), u'x', 2);
    for (const double side : size)
        if (side < 16 || side > 16384)
            throw Usage{Texts::tr("Pictures are from 16 to %1 pixels wide and high.").arg(16384)};
    ImageWish wish{value("kind"), parser.values(QStringLiteral("visit")).join(u',').split(u',', Qt::SkipEmptyParts),
                   value("align") == u"affine" ? AlignmentKind::Affine : AlignmentKind::Rigid,
                   parser.isSet(QStringLiteral("again")) || value("align") == u"affine"};

    io::Job job;
    if (parser.isSet(QStringLiteral("controls"))) {
        if (words.size() != 1 || !value("roi").isEmpty())
            throw Usage{Texts::tr("--controls needs a study, and no more.")};
        return compareControls(words[0], wish, job);
    }
    std::shared_ptr<const Volume> roi; // what is wrong with it is told before the work
    if (!value("roi").isEmpty()) {
        roi = readImage(value("roi"), job);
        if (const QString why = whyNoRois(*roi); !why.isEmpty()) throw io::Error(why);
    } else if (!value("roi-of").isEmpty()) {
        throw Usage{Texts::tr("--roi-of needs --roi.")};
    }
    std::unique_ptr<Study> open;
    std::shared_ptr<const Cohort> cohort;
    bool isOfControl = false;
    QHash<QString, ChangeNoise> studyNoise;
    ComparedImages images;
    std::vector<TimedCortex> cortices;
    std::optional<double> noiseMmPerYear;
    RegionRates rates;
    QStringList problems;
    if (isStudy(words[0])) {
        if (words.size() != 2) throw Usage{Texts::tr("Name one participant of the study.")};
        open = Study::open(studyPlace(words[0]));
        const FilteredStudy all(open->cohort());
        cohort = std::make_shared<const Cohort>(all.index.cohort());
        const CohortIndex::Row& row = rowNamed(all, words[1], words[0]);
        isOfControl = isControl(*row.participant);
        images = comparedImages(*open, all.index, row, wish, job);
        keep(*open, images);
        if (!parser.isSet(QStringLiteral("no-maps"))) {
            studyNoise = changeNoiseOf(open->remarks({}), *cohort);
            const bool withFailed = parser.isSet(QStringLiteral("with-failed"));
            QStringList wanted; // visits; of a pair the two alone
            for (const QString& label : wish.visits) wanted << visitNamed(row, label);
            VisitImages surfaces = imagesOf(all.index, row.participant->uid);
            const QStringList pair = value("pair").split(u',', Qt::SkipEmptyParts);
            std::erase_if(surfaces.images, [&](const VisitImages::Image& image) {
                const VisitImages::OfVisit& of = surfaces.visits[image.visit];
                return (!wanted.isEmpty() && !wanted.contains(of.uid)) ||
                       (!pair.isEmpty() && std::none_of(pair.begin(), pair.end(), [&](const QString& label) {
                           return label.trimmed() == of.label;
                       }));
            });
            cortices = timedCortices(surfaces, withFailed, job, problems);
            if (cortices.size() > 1) noiseMmPerYear = controlsThicknessNoise(all.index, job);
            const RegionStudy regions(cohort, job);
            TrajectoryWish ofRegions{row.participant->uid, RegionMeasure::Thickness, withFailed};
            ofRegions.visits = wanted;
            rates = ratesOf(regions, ofRegions);
        }
        if (all.index.cohort().simulated) printLine(stdout, Texts::tr("Simulated data: nobody's."));
    } else {
        if (words.size() < 2) throw Usage{Texts::tr("Name the images of two visits at least.")};
        if (!wish.visits.isEmpty() || !wish.kind.isEmpty())
            throw Usage{
                Texts::tr("--visit and --kind choose among the images of a study; name only the images meant.")};
        images = comparedFiles(words, wish, job);
    }
    problems = images.problems + problems;
    if (images.visits.size() < 2) {
        for (const QString& problem : problems) printLine(stderr, problem);
        throw io::Error(Texts::tr("There is one visit with such an image only: nothing can be compared."));
    }
    QString roiOf = images.visits.front().uid;
    if (!value("roi-of").isEmpty()) roiOf = images.visits[labelled(images.visits, value("roi-of"))].uid;
    for (const ComparedVisit& visit : images.visits) {
        QString line = QStringLiteral("%1: %2").arg(visit.title, alignmentName(visit.place.alignment));
        if (visit.place.residualMm > 0) line += QStringLiteral(", %1 mm").arg(visit.place.residualMm, 0, 'f', 2);
        printLine(stdout, line);
        if (!visit.place.reason.isEmpty()) problems << visit.title + QStringLiteral(": ") + visit.place.reason;
        if (visit.quality == u"failed") problems << Texts::tr("%1 failed quality.").arg(visit.title);
    }
    const auto [first, second] = pairOf(images.visits, value("pair"), parser.isSet(QStringLiteral("with-failed")));
    const QString byDefault = QStringLiteral("compare-") + (isStudy(words[0]) ? words[1] : QStringLiteral("images"));
    ChangeOutputs outputs(images, value("out").isEmpty() ? byDefault : value("out"), job);
    outputs.writeAlignment();
    const bool hasPair = first < second;
    if (hasPair && isStudy(words[0]))
        if (const QString remark = remarkOnTime(images.visits[first], images.visits[second]); !remark.isEmpty())
            problems << remark;
    outputs.writePictures(hasPair ? first : 0, hasPair ? second : 1, at,
                          {static_cast<int>(size[0]), static_cast<int>(size[1])});
    if (hasPair) {
        const ComparedVisit &one = images.visits[first], &two = images.visits[second];
        if (one.place.isAligned() && two.place.isAligned() && !(one.place.gain > 0 && two.place.gain > 0))
            problems << Texts::tr(
                            "What is bright in %1 is not bright in %2, as in images of different contrasts: there is "
                            "no picture of their difference.")
                            .arg(one.title, two.title);
    }
    if (!parser.isSet(QStringLiteral("no-maps"))) {
        if (!hasPair)
            problems << Texts::tr("There are not two visits of good quality that could be aligned: no maps were made.");
        else if (!images.visits[first].place.isAligned() || !images.visits[second].place.isAligned())
            problems << Texts::tr("The visits could not be aligned: no maps were made.");
        else
            for (const QString& sentence :
                 outputs.writeMaps(first, second, studyNoise.value(images.visits[second].contrast), problems))
                printLine(stdout, sentence);
        const bool isOfGoodQuality =
            hasPair && images.visits[first].quality != u"failed" && images.visits[second].quality != u"failed";
        if (isOfControl && isOfGoodQuality && !open->isReadOnly())
            open->apply(changeNoiseChanges(images.visits[second].uid, images.visits[second].contrast,
                                           outputs.foundNoise(), study::accountName()));
        for (const QString& sentence : outputs.writeThickness(cortices, noiseMmPerYear, problems))
            printLine(stdout, sentence);
        outputs.writeRates(rates);
    }
    bool hasRois = !roi;
    if (roi) {
        const RoiWishes wishes{cohort ? std::make_shared<const RoiStudy>(cohort, open->remarks({})) : nullptr,
                               parser.isSet(QStringLiteral("with-failed"))};
        std::vector<RoisOverTime> measured;
        for (const QString& text : outputs.writeRois(roi, roiOf, cohort.get(), !parser.isSet(QStringLiteral("no-maps")),
                                                     wishes, measured, problems))
            printLine(stdout, text);
        for (const RoisOverTime& rois : measured) {
            hasRois = hasRois || std::any_of(rois.values.begin(), rois.values.end(), [](const auto& values) {
                          return std::any_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
                      });
            if (wishes.study && !open->isReadOnly()) open->apply(wishes.study->changes(rois, study::accountName()));
        }
    }
    for (const QString& file : outputs.files()) printLine(stdout, file);
    problems.removeDuplicates();
    for (const QString& problem : problems) printLine(stderr, problem);
    const bool allAligned = std::all_of(images.visits.begin(), images.visits.end(),
                                        [](const ComparedVisit& visit) { return visit.place.isAligned(); });
    return allAligned && hasRois ? 0 : 1;
}

} // namespace

int compareCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    try {
        if (!parser.parse(QStringList{QStringLiteral("neuraxis")} + arguments)) throw Usage{parser.errorText()};
        if (parser.isSet(QStringLiteral("help"))) {
            printLine(stdout, parser.helpText().trimmed());
            return 0;
        }
        return compare(parser.positionalArguments(), parser);
    } catch (const Usage& usage) {
        printLine(stderr, usage.sentence + u' ' + Texts::tr("See neuraxis compare --help."));
        return 2;
    } catch (const io::Error& error) {
        printLine(stderr, error.sentence());
    } catch (const std::bad_alloc&) {
        printLine(stderr, Texts::tr("There is not enough memory to compare these visits."));
    }
    return 1;
}

} // namespace neuraxis

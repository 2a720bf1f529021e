#include "app/change_outputs.h"

#include "app/output_file.h"
#include "app/rate_tables.h"
#include "core/analysis/difference_map.h"
#include "core/analysis/jacobian_map.h"
#include "core/analysis/per_year.h"
#include "core/analysis/trend.h"
#include "core/io/freesurfer_write.h"
#include "core/io/write.h"
#include "core/model/compared_state.h"
#include "core/model/label_maps.h"
#include "core/model/side_name.h"
#include "core/render/snapshot.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ChangeOutputs)
};

/// A visit in file names: "visit-2".
QString nameOf(const ComparedVisit& visit) {
    QString name = QStringLiteral("visit-");
    for (const QChar c : visit.label) name += c.isLetterOrNumber() ? c : QChar(u'_');
    return name;
}

QJsonArray jsonOf(const WorldTransform& transform) {
    QJsonArray rows;
    for (const auto& row : transform.rows()) rows.append(QJsonArray{row[0], row[1], row[2], row[3]});
    return rows;
}

/// As ITK writes transforms as text: places of the midway space to the visit's, LPS millimetres.
QByteArray itkText(const WorldTransform& transform) {
    QStringList numbers;
    const auto& m = transform.rows();
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) numbers << QString::number(m[row][column], 'g', 17);
    for (std::size_t row = 0; row < 3; ++row) numbers << QString::number(m[row][3], 'g', 17);
    return QStringLiteral("#Insight Transform File V1.0\n#Transform 0\nTransform: AffineTransform_double_3_3\n"
                          "Parameters: %1\nFixedParameters: 0 0 0\n")
        .arg(numbers.join(u' '))
        .toUtf8();
}

} // namespace

ChangeOutputs::ChangeOutputs(const ComparedImages& images, QString folder, io::Job& job)
    : images(images), folder(std::move(folder)), job(job) {
    if (!QDir().mkpath(this->folder))
        throw io::Error(Texts::tr("The folder %1 cannot be made. Check the name and that you may write there.")
                            .arg(QDir(this->folder).dirName()));
}

const ComparedVisit& ChangeOutputs::lead() const {
    const auto here = std::find_if(images.visits.begin(), images.visits.end(),
                                   [](const ComparedVisit& visit) { return visit.place.isAligned(); });
    return here == images.visits.end() ? images.visits.front() : *here;
}

QString ChangeOutputs::path(const QString& name) {
    written << QDir(folder).filePath(name);
    return written.back();
}

void ChangeOutputs::writeAlignment() {
    QJsonArray visits;
    const ComparedVisit& first = lead();
    const WorldTransform firstBack = first.place.visitOfShared.inverse();
    for (std::size_t i = 0; i < images.visits.size(); ++i) {
        const ComparedVisit& each = visit(i);
        QJsonObject one{{QStringLiteral("visit"), each.title},
                        {QStringLiteral("quality"), each.quality},
                        {QStringLiteral("verdict"), alignmentName(each.place.alignment)},
                        {QStringLiteral("reason"), each.place.reason},
                        {QStringLiteral("residualMm"), each.place.residualMm},
                        {QStringLiteral("method"), each.place.method}};
        if (each.yearsSinceFirst) one[QStringLiteral("yearsSinceFirst")] = *each.yearsSinceFirst;
        if (each.place.gain > 0) one[QStringLiteral("gain")] = each.place.gain;
        // Where it failed there is nothing that may be used.
        if (each.place.isAligned()) {
            one[QStringLiteral("visitOfMidwayLpsMm")] = jsonOf(each.place.visitOfShared);
            one[QStringLiteral("visitOfFirstLpsMm")] = jsonOf(each.place.visitOfShared * firstBack);
            writeFile(path(nameOf(each) + QStringLiteral(".tfm")), itkText(each.place.visitOfShared));
            io::write(*moved(each.volume, first.place.visitOfShared * each.place.visitOfShared.inverse()),
                      path(QStringLiteral("%1_in_%2.nii.gz").arg(nameOf(each), nameOf(first))), job);
        }
        visits.append(one);
    }
    const QJsonObject all{
        {QStringLiteral("what"),
         QStringLiteral(
             "visitOfMidwayLpsMm takes a place in the space midway between the visits, visitOfFirstLpsMm one "
             "in the first visit's, to the same place in the head in this visit's: LPS millimetres, row by "
             "row. A value times gain is on the first visit's scale.")},
        {QStringLiteral("visits"), visits}};
    writeFile(path(QStringLiteral("alignment.json")), QJsonDocument(all).toJson());
}

void ChangeOutputs::writePictures(std::size_t first, std::size_t second, const std::optional<WorldPoint>& at,
                                  const QSize& size) {
    ReviewState state;
    state.visits = images.visits;
    state.layers = {makeLayer(visit(first).volume, false)};
    NavigationState navigation = NavigationState::at(visit(first).volume->header());
    if (at) navigation.cursorLps = visit(first).place.visitOfShared(lead().place.visitOfShared.inverse()(*at));
    navigation.pair.other = visit(second).uid;
    render::SnapshotOptions options;
    options.size = size;
    struct Picture {
        const char *name, *layout;
        Blend blend;
    };
    for (const Picture& picture :
         {Picture{"side-by-side", "visits-planes", Blend::None}, Picture{"wipe", "planes", Blend::Wipe},
          Picture{"checkerboard", "planes", Blend::Checkerboard}, Picture{"fusion", "planes", Blend::Fusion},
          Picture{"difference", "planes", Blend::Difference}}) {
        if (picture.blend != Blend::None && !(visit(first).place.isAligned() && visit(second).place.isAligned()))
            continue;
        if (picture.blend == Blend::Difference && !(visit(first).place.gain > 0 && visit(second).place.gain > 0))
            continue;
        state.layout = QLatin1String(picture.layout);
        navigation.pair.blend = picture.blend;
        writePicture(path(QLatin1String(picture.name) + QStringLiteral(".png")),
                     render::snapshot(state, navigation, options));
    }
}

void ChangeOutputs::writeMap(const QString& name, const std::shared_ptr<const Volume>& midway) {
    // Placed where the first visit was scanned, so that it lies on that image in any program; nothing is resampled.
    io::write(*moved(midway, lead().place.visitOfShared), path(name + QStringLiteral(".nii.gz")), job);
}

QStringList ChangeOutputs::writeMaps(std::size_t first, std::size_t second, const ChangeNoise& studyNoise,
                                     QStringList& problems) {
    const ComparedVisit &one = visit(first), &two = visit(second);
    const AlignedVisit before = alignedVisit(one.volume, one.place), after = alignedVisit(two.volume, two.place);
    const QString pair = nameOf(two) + QStringLiteral("_minus_") + nameOf(one);
    const double years = yearsBetween(one, two).value_or(std::numeric_limits<double>::quiet_NaN());
    const QString noMemory = Texts::tr("There is not enough memory for a map of change.");
    QStringList words;
    QString table = QStringLiteral("measure\tvalue\tunit\n");
    const auto row = [&](const char* measure, double value, const char* unit) {
        table += QStringLiteral("%1\t%2\t%3\n")
                     .arg(QLatin1String(measure),
                          std::isfinite(value) ? QString::number(value, 'g', 6) : QStringLiteral("n/a"),
                          QLatin1String(unit));
    };
    row("time", years, "years");
    DifferenceOptions ofBrightness;
    ofBrightness.noise = studyNoise.brightness;
    const DifferenceMap difference = differenceMap(before, after, ofBrightness);
    if (!difference.difference) {
        problems << (difference.refused.isEmpty() ? noMemory : difference.refused);
    } else {
        writeMap(pair + QStringLiteral("_difference"), difference.difference);
        writeMap(pair + QStringLiteral("_difference-percent"), difference.percent);
        writeMap(pair + QStringLiteral("_difference-score"), difference.score);
        writeMap(pair + QStringLiteral("_difference-changed"), difference.changed);
        noise.brightness = difference.ownNoise;
        words << difference.inWords();
        row("brain and the fluid in and around it", difference.brainMm3, "mm3");
        row("brighter", difference.brighterMm3, "mm3");
        row("darker", difference.darkerMm3, "mm3");
        row("share of the brain beyond the noise of brightness", difference.shareAbove, "");
        row("gain", difference.match.gain, "");
    }
    JacobianOptions options;
    options.noise = studyNoise.volume;
    const JacobianMap volume = jacobianMap(before, after, options);
    if (!volume.logJacobian) {
        problems << (volume.refused.isEmpty() ? noMemory : volume.refused);
    } else {
        noise.volume = jacobianNoise({volume.logJacobian});
        writeMap(pair + QStringLiteral("_log-jacobian"), volume.logJacobian);
        writeMap(pair + QStringLiteral("_volume-percent"), volume.percent);
        if (years >= shortestRateYears) {
            writeMap(pair + QStringLiteral("_volume-percent-per-year"), perYear(volume.percent, years));
        }
        words << volume.inWords();
        row("share of the brain beyond the noise of volume", volume.shareAbove, "");
    }
    writeFile(path(pair + QStringLiteral("_changes.tsv")), table.toUtf8());
    return words;
}

QStringList ChangeOutputs::writeThickness(const std::vector<TimedCortex>& cortices,
                                          std::optional<double> noiseMmPerYear, QStringList& problems) {
    if (cortices.size() < 2) return {};
    const ThicknessChange made = thicknessChange(cortices, noiseMmPerYear);
    if (!made.perYear) {
        problems << made.refused;
        return {};
    }
    const Cortex& cortex = *cortices.front().cortex;
    const auto write = [&](const char* name, const CortexMap& map) {
        for (const Side side : {Side::Left, Side::Right}) {
            const auto& values = map.values[static_cast<std::size_t>(side)];
            if (!values || !cortex.side(side)) continue;
            io::writeFreeSurferCurv(
                path(QStringLiteral("%1.thickness-change_%2").arg(shortSideName(side), QLatin1String(name))), *values,
                cortex.side(side)->triangles.size());
        }
    };
    write("mm", *made.change);
    write("percent", *made.changePercent);
    // Less than three months tell no rate.
    if (!made.tooShort) {
        write("mm-per-year", *made.perYear);
        write("pc1-per-year", *made.percentToFirst);
        write("spc-per-year", *made.percentSymmetrised);
    }
    return made.inWords();
}

void ChangeOutputs::writeRates(const RegionRates& rates) {
    if (!rates.rows.empty()) writeFile(path(QStringLiteral("rates.tsv")), ratesAsTsv(rates).toUtf8());
}

QStringList ChangeOutputs::writeRois(const std::shared_ptr<const Volume>& labels, const QString& visit,
                                     const Cohort* cohort, bool withVolume, const RoiWishes& wishes,
                                     std::vector<RoisOverTime>& measured, QStringList& problems) {
    RoiWish wish{{labels, tableFor(*labels), labels->header().name, visit}, RoiMeasure::Brightness, images.visits};
    QStringList words, values, rates;
    for (const RoiMeasure measure : {RoiMeasure::Brightness, RoiMeasure::Volume}) {
        if (measure == RoiMeasure::Volume && !withVolume) continue;
        wish.measure = measure;
        const RoisOverTime rois = roisOverTime(wish, cohort);
        if (rois.rois.empty()) {
            problems << (rois.refused.isEmpty() ? Texts::tr("There is not enough memory for the regions of interest.")
                                                : rois.refused);
            continue;
        }
        const auto append = [](QStringList& all, const QString& table) {
            QStringList lines = table.split(u'\n', Qt::SkipEmptyParts);
            if (!all.isEmpty()) lines.removeFirst(); // the heading is there
            all << lines;
        };
        append(values, roisAsTsv(rois));
        words << roisAsText(rois);
        measured.push_back(rois);
        const RegionRates made = ratesOf(rois, wishes);
        const bool hasRates =
            std::any_of(made.rows.begin(), made.rows.end(), [](const RateRow& row) { return row.trend.has_value(); });
        if (!hasRates) continue;
        append(rates, ratesAsTsv(made));
        words << ratesAsText(made);
    }
    const auto write = [&](const char* name, const QStringList& lines) {
        if (!lines.isEmpty()) writeFile(path(QLatin1String(name)), (lines.join(u'\n') + u'\n').toUtf8());
    };
    write("rois.tsv", values);
    write("roi-rates.tsv", rates);
    return words;
}

} // namespace neuraxis

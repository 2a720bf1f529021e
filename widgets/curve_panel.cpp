#include "widgets/curve_panel.h"

#include "core/model/fourth.h"
#include "core/model/words.h"
#include "widgets/form_parts.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

/// Through the mean of each shell: single directions at one b-value have no order.
std::vector<QPointF> shellMeans(const VolumeHeader& header, const std::vector<Curve::Point>& points) {
    std::vector<QPointF> line;
    for (const Shell& shell : shells(header.fourth)) {
        QPointF sum;
        int count = 0;
        for (const Curve::Point& point : points)
            if (std::isfinite(point.y) &&
                std::binary_search(shell.volumes.begin(), shell.volumes.end(), point.volume)) {
                sum += QPointF(point.x, point.y);
                ++count;
            }
        if (count > 0) line.push_back(sum / count);
    }
    return line;
}

} // namespace

Curve voxelCurve(const Volume& volume, const NavigationState& navigation, const WorldPoint& lps, const QString& scale) {
    const VolumeHeader& header = volume.header();
    Curve curve;
    if (!header.contains(lps)) return curve;
    const auto& properties = volumeProperties();
    auto property =
        std::find_if(properties.begin(), properties.end(), [&](const VolumeProperty& p) { return scale == p.name; });
    std::vector<double> places;
    if (property != properties.end()) places = tellingValues(*property, header);
    if (places.empty()) {
        property = properties.begin();
        places = property->values(header);
    }
    const VoxelIndex voxel = header.voxelToLps.toVoxel(lps);
    for (const int index : walkedVolumes(header, navigation))
        curve.points.push_back({index, places[static_cast<std::size_t>(index)], volume.value(voxel, index)});
    std::stable_sort(curve.points.begin(), curve.points.end(),
                     [](const Curve::Point& a, const Curve::Point& b) { return a.x < b.x; });
    if (property->name == u"b")
        curve.line = shellMeans(header, curve.points);
    else
        for (const Curve::Point& point : curve.points) curve.line.emplace_back(point.x, point.y);
    curve.xTitle = withUnit(property->symbol, property->unit);
    curve.yTitle = withUnit(QCoreApplication::translate("CurvePanel", "Value"), header.unit);
    curve.wholeX = property == properties.begin();
    return curve;
}

CurvePanel::CurvePanel(Review& review, Navigation& navigation, QWidget* parent)
    : QWidget(parent), review(review), navigation(navigation) {
    setObjectName(QStringLiteral("curvePanel"));
    plot = new CurvePlot;
    plot->describe = [this](const Curve::Point& point) { return describe(point); };
    scale = new QComboBox;
    scale->setObjectName(QStringLiteral("curveScale"));
    scale->setAccessibleName(tr("What the curve is drawn against"));
    scale->setToolTip(scale->accessibleName());
    scale->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    copyButton = new QToolButton;
    copyButton->setObjectName(QStringLiteral("copyCurve"));
    copyButton->setText(tr("Copy values"));
    copyButton->setToolTip(tr("Put the numbers on the clipboard, as a table for a spreadsheet"));
    auto* title = new QLabel(tr("Voxel at the crosshair"));
    title->setObjectName(QStringLiteral("stripTitle"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(title);
    row->addStretch();
    row->addWidget(new QLabel(tr("Against")));
    row->addWidget(scale);
    row->addWidget(copyButton);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 6, 12, 0);
    rows->setSpacing(2);
    rows->addLayout(row);
    rows->addWidget(plot, 1);

    connect(scale, &QComboBox::activated, this, &CurvePanel::showState);
    connect(copyButton, &QToolButton::clicked, this, &CurvePanel::copy);
    connect(plot, &CurvePlot::chosen, this, [this](int index) {
        NavigationState next = this->navigation.state();
        next.volume = index;
        this->navigation.set(next);
    });
    connect(&review, &Review::changed, this, &CurvePanel::showState);
    connect(&navigation, &Navigation::changed, this, &CurvePanel::showState);
    keepKeysWithViews(this);
}

void CurvePanel::showEvent(QShowEvent*) { showState(); }

void CurvePanel::showState() {
    if (!isVisible()) return;
    const int layer = seriesLayer(review.state(), navigation.state());
    volume = layer < 0 ? nullptr : review.state().layers[static_cast<std::size_t>(layer)].volume;
    if (!volume) return;
    offerScales(volume->header());
    const Curve curve =
        voxelCurve(*volume, navigation.state(), navigation.state().cursorLps, scale->currentData().toString());
    const bool any = std::any_of(curve.points.begin(), curve.points.end(),
                                 [](const Curve::Point& point) { return std::isfinite(point.y); });
    copyButton->setEnabled(any);
    if (any)
        plot->setCurve(curve, volumeIndex(volume->header(), navigation.state()));
    else
        plot->setSentence(curve.points.empty()
                              ? tr("The crosshair lies outside this series. Click in it to see a curve.")
                              : tr("This voxel has no value in any volume."));
}

/// What this series can be drawn against; at first the time, or what else the volumes were scanned to differ in.
void CurvePanel::offerScales(const VolumeHeader& header) {
    QStringList names;
    for (const VolumeProperty& property : volumeProperties())
        if (!tellingValues(property, header).empty()) names += property.name;
    QStringList known;
    for (int row = 0; row < scale->count(); ++row) known += scale->itemData(row).toString();
    if (names == known) return;
    const QString before = scale->currentData().toString();
    scale->clear();
    for (const VolumeProperty& property : volumeProperties())
        if (names.contains(property.name)) scale->addItem(property.title, property.name);
    // Directions of diffusion are known by their number.
    const QString usual = names.contains(QStringLiteral("b")) ? QStringLiteral("volume") : names.last();
    const int kept = scale->findData(before);
    scale->setCurrentIndex(kept > 0 ? kept : scale->findData(usual));
}

QString CurvePanel::describe(const Curve::Point& point) const {
    const VolumeHeader& header = volume->header();
    QStringList parts{tr("Volume %1").arg(point.volume + 1)};
    if (const QString brief = volumeInBrief(header, point.volume); !brief.isEmpty()) parts += brief;
    parts += valueInWords(point.y, header.unit);
    return parts.join(QStringLiteral("  ·  "));
}

QString CurvePanel::table() const {
    if (!volume) return {};
    const VolumeHeader& header = volume->header();
    const Curve curve = voxelCurve(*volume, navigation.state(), navigation.state().cursorLps, {});
    QStringList heading;
    std::vector<std::vector<double>> columns;
    for (const VolumeProperty& property : volumeProperties()) {
        std::vector<double> values = property.values(header);
        if (values.empty()) continue;
        heading += withUnit(property.title, property.unit);
        columns.push_back(std::move(values));
    }
    heading += curve.yTitle;
    QString text = heading.join(u'\t') + u'\n';
    for (const Curve::Point& point : curve.points) {
        for (const std::vector<double>& column : columns)
            text += QString::number(column[static_cast<std::size_t>(point.volume)], 'g', 10) + u'\t';
        text += (std::isfinite(point.y) ? QString::number(point.y, 'g', 10) : QString()) + u'\n';
    }
    return text;
}

void CurvePanel::copy() { QGuiApplication::clipboard()->setText(table()); }

} // namespace neuraxis

#include "app/series_area.h"

#include "core/model/fourth.h"
#include "widgets/curve_panel.h"
#include "widgets/volume_bar.h"
#include "widgets/volume_table.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QToolButton>

namespace neuraxis {

SeriesArea::SeriesArea(Review& review, Navigation& navigation, Settings& settings, QWidget* views, QWidget* parent)
    : QWidget(parent), review(review), navigation(navigation), settings(settings), film(review, navigation) {
    film.setPerSecond(settings.cinePerSecond);
    film.setBackAndForth(settings.cineBackAndForth);
    curve = new CurvePanel(review, navigation);
    table = new VolumeTable(review, navigation);
    strip = new QWidget;
    strip->setObjectName(QStringLiteral("seriesStrip"));
    auto* beside = new QHBoxLayout(strip);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(0);
    beside->addWidget(curve, 1);
    beside->addWidget(table);
    beside->addStretch();
    auto* parts = new QSplitter(Qt::Vertical);
    parts->setHandleWidth(3);
    parts->addWidget(views);
    parts->addWidget(strip);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 0);
    parts->setChildrenCollapsible(false);
    bar = new VolumeBar(review, navigation, film, this);
    curveSwitch = bar->addSwitch("curve", tr("Curve"), tr("Values at the crosshair over the volumes (G)"));
    curveSwitch->setObjectName(QStringLiteral("curveSwitch"));
    tableSwitch = bar->addSwitch("table", tr("Table"), tr("All volumes with what sets them apart (D)"));
    tableSwitch->setObjectName(QStringLiteral("tableSwitch"));
    menu = bar->addMenu("sum", tr("New layer…"), tr("Average, range and spread over the volumes, as a new layer"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(parts, 1);
    column->addWidget(bar);
    connect(curveSwitch, &QToolButton::toggled, this, &SeriesArea::setCurve);
    connect(tableSwitch, &QToolButton::toggled, this, &SeriesArea::setTable);
    connect(&film, &Cine::changed, this, [this] {
        this->settings.cinePerSecond = film.perSecond();
        this->settings.cineBackAndForth = film.isBackAndForth();
    });
    connect(&review, &Review::changed, this, &SeriesArea::showState);
    connect(&navigation, &Navigation::changed, this, &SeriesArea::showState);
    showState();
}

QString SeriesArea::menuTitle() { return tr("&4-D"); }

void SeriesArea::setCurve(bool shown) {
    settings.curve = shown;
    showState();
    Q_EMIT changed();
}

void SeriesArea::setTable(bool shown) {
    settings.volumeTable = shown;
    showState();
    Q_EMIT changed();
}

void SeriesArea::showState() {
    const bool any = seriesLayer(review.state(), navigation.state()) >= 0;
    curveSwitch->setChecked(settings.curve);
    tableSwitch->setChecked(settings.volumeTable);
    curve->setVisible(settings.curve);
    table->setVisible(settings.volumeTable);
    strip->setVisible(any && (settings.curve || settings.volumeTable));
}

} // namespace neuraxis

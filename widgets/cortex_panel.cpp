#include "widgets/cortex_panel.h"

#include "core/render/layouts.h"
#include "widgets/display_form.h"
#include "widgets/form_parts.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVariantAnimation>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

constexpr int stepsPerShape = 100; ///< Of the slider
constexpr CortexDirection everyDirection[] = {CortexDirection::Lateral,  CortexDirection::Medial,
                                              CortexDirection::Dorsal,   CortexDirection::Ventral,
                                              CortexDirection::Anterior, CortexDirection::Posterior};

QToolButton* switchButton(const QString& text) {
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("panelButton"));
    button->setText(text);
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

QWidget* inGrid(const QButtonGroup& group, int columns) {
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    int place = 0;
    for (QAbstractButton* button : group.buttons()) {
        grid->addWidget(button, place / columns, place % columns);
        ++place;
    }
    return widget;
}

} // namespace

CortexPanel::CortexPanel(Review& review, QWidget* parent) : QWidget(parent), review(review) {
    empty = new QLabel(tr("No surfaces are open. Open a FreeSurfer subject folder, or surface files."));
    empty->setWordWrap(true);
    all = new QWidget;
    column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    warnings = new QLabel;
    warnings->setObjectName(QStringLiteral("startProblem"));
    warnings->setWordWrap(true);
    column->addWidget(warnings);
    makeForm();
    makeMap();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->addWidget(empty);
    layout->addWidget(all);
    layout->addStretch();
    connectAll();
    keepKeysWithViews(this);
    showState();
}

void CortexPanel::makeForm() {
    const QString shapeNames[] = {tr("White"), tr("Pial"), tr("Inflated"), tr("Sphere")};
    shapes = new QButtonGroup(this);
    for (int i = 0; i < static_cast<int>(surfaceShapes); ++i) shapes->addButton(switchButton(shapeNames[i]), i);
    shape = new QSlider(Qt::Horizontal);
    shape->setRange(0, (static_cast<int>(surfaceShapes) - 1) * stepsPerShape);
    shape->setAccessibleName(tr("Form of the surface"));
    shape->setToolTip(tr("From one form to the next"));
    morph = new QVariantAnimation(this);
    morph->setDuration(450);

    const QString directionNames[] = {tr("Lateral"), tr("Medial"),   tr("Dorsal"),
                                      tr("Ventral"), tr("Anterior"), tr("Posterior")};
    directions = new QButtonGroup(this);
    directions->setExclusive(false);
    for (const CortexDirection direction : everyDirection)
        directions->addButton(switchButton(directionNames[static_cast<int>(direction)]), static_cast<int>(direction));
    eye = choiceField();
    eye->setAccessibleName(tr("One surface is seen from"));
    for (const CortexDirection direction : everyDirection) {
        const bool isPaired = direction == CortexDirection::Lateral || direction == CortexDirection::Medial;
        for (const Side side : {Side::Left, Side::Right}) {
            const CortexEye from{direction, isPaired ? std::optional(side) : std::nullopt};
            eye->addItem(render::eyeTitle(from), QVariant::fromValue(static_cast<int>(direction) * 3 +
                                                                     (isPaired ? static_cast<int>(side) : 2)));
            if (!isPaired) break;
        }
    }
    curvature = new QCheckBox(tr("Folds in two greys"));

    form = panelForm();
    form->addRow(inGrid(*shapes, 2));
    form->addRow(tr("Form"), shape);
    form->addRow(QString(), curvature);
    form->addRow(new QLabel(tr("Views of the layout \"Surfaces\"")));
    form->addRow(inGrid(*directions, 3));
    form->addRow(tr("One surface"), eye);
    column->addLayout(form);
}

void CortexPanel::makeMap() {
    map = choiceField();
    map->setAccessibleName(tr("Map on the surface"));
    display = new DisplayForm;
    parcellation = choiceField();
    parcellation->setAccessibleName(tr("Regions"));
    filled = new QCheckBox(tr("As areas"));
    outlines = new QCheckBox(tr("Surfaces on the slices"));
    byMap = new QCheckBox(tr("In the map's colours"));
    auto* above = panelForm();
    above->addRow(tr("Map"), map);
    auto* more = switchButton(tr("Regions, controls, motor strip…"));
    more->setCheckable(false);
    connect(more, &QToolButton::clicked, this, &CortexPanel::regionsWanted);
    auto* below = panelForm();
    below->addRow(tr("Regions"), parcellation);
    below->addRow(QString(), filled);
    below->addRow(outlines);
    below->addRow(QString(), byMap);
    below->addRow(more);
    column->addLayout(above);
    column->addWidget(display);
    column->addLayout(below);
    alignLabels({form, above, display->rows(), below});
}

void CortexPanel::connectAll() {
    connect(shapes, &QButtonGroup::idClicked, this, [this](int id) { morphTo(static_cast<SurfaceShape>(id)); });
    connect(morph, &QVariantAnimation::valueChanged, this, [this](const QVariant& now) {
        const double place = now.toDouble();
        moving = true;
        change(tr("Change the form"), QStringLiteral("morph %1").arg(morphs),
               [=](ReviewState& state) { state.cortex.shape = place; });
        moving = false;
    });
    connect(shape, &QSlider::valueChanged, this, [this](int steps) {
        const double place = double(steps) / stepsPerShape;
        change(tr("Change the form"), QStringLiteral("shape"), [=](ReviewState& state) { state.cortex.shape = place; });
    });
    connect(curvature, &QCheckBox::toggled, this, [this](bool on) {
        change(tr("Folds in two greys"), {}, [=](ReviewState& state) { state.cortex.curvature = on; });
    });
    connect(directions, &QButtonGroup::idToggled, this, [this] {
        std::vector<CortexDirection> chosen;
        for (const CortexDirection direction : everyDirection)
            if (directions->button(static_cast<int>(direction))->isChecked()) chosen.push_back(direction);
        if (chosen.empty()) return showState(); // the last one stays
        if (!showing) Q_EMIT directionsWanted(chosen);
    });
    connect(eye, &QComboBox::activated, this, [this] {
        const int code = eye->currentData().toInt();
        CortexEye from{static_cast<CortexDirection>(code / 3), {}};
        if (code % 3 < 2) from.side = static_cast<Side>(code % 3);
        Q_EMIT eyeWanted(from);
    });
    connect(map, &QComboBox::activated, this, [this] {
        const int chosen = map->currentData().toInt();
        changeLayer(tr("Change the map"), {}, [=](CortexLayer& layer) { layer.display.map = chosen; });
    });
    const auto changeDisplay = [this](const QString& text, const QString& key,
                                      const std::function<void(Display&)>& act) {
        changeLayer(text, key, [&](CortexLayer& layer) {
            if (layer.mapDisplay()) act(layer.display.maps[static_cast<std::size_t>(layer.display.map)]);
        });
    };
    connect(display, &DisplayForm::changed, this, changeDisplay);
    connect(display, &DisplayForm::windowChanged, this, [=, this](const Range& window) {
        changeDisplay(tr("Change the window"), QStringLiteral("window"), [=](Display& d) { d.windows = {window}; });
    });
    connect(parcellation, &QComboBox::activated, this, [this] {
        const int chosen = parcellation->currentData().toInt();
        changeLayer(tr("Change the regions"), {}, [=](CortexLayer& layer) { layer.display.parcellation = chosen; });
    });
    connect(filled, &QCheckBox::toggled, this, [this](bool on) {
        changeLayer(tr("Change the regions"), {},
                    [=](CortexLayer& layer) { layer.display.regions = on ? Drawn::Fill : Drawn::Outline; });
    });
    connect(outlines, &QCheckBox::toggled, this, [this](bool on) {
        changeLayer(tr("Surfaces on the slices"), {}, [=](CortexLayer& layer) { layer.display.outlines = on; });
    });
    connect(byMap, &QCheckBox::toggled, this, [this](bool on) {
        changeLayer(tr("Surfaces on the slices"), {}, [=](CortexLayer& layer) { layer.display.outlinesByMap = on; });
    });
    connect(&review, &Review::changed, this, &CortexPanel::showState);
}

void CortexPanel::morphTo(SurfaceShape to) {
    morph->stop();
    ++morphs;
    morph->setStartValue(review.state().cortex.shape);
    morph->setEndValue(static_cast<double>(to));
    morph->start();
}

void CortexPanel::showState() {
    // Undone, or another participant: the form goes where the state says.
    if (!moving) morph->stop();
    showing = true;
    const CortexLayer* layer = review.state().shownCortex();
    empty->setVisible(!layer);
    all->setVisible(layer);
    QStringList sentences;
    if (layer)
        for (const Finding& finding : layer->cortex->findings)
            if (finding.severity != Finding::Severity::Note) sentences += finding.text;
    warnings->setText(sentences.join(u'\n'));
    warnings->setVisible(!sentences.isEmpty());
    showForm(layer);
    showMap(layer);
    showing = false;
}

void CortexPanel::showForm(const CortexLayer* layer) {
    const CortexView& view = review.state().cortex;
    shape->setValue(static_cast<int>(std::lround(view.shape * stepsPerShape)));
    curvature->setChecked(view.curvature);
    for (QAbstractButton* button : shapes->buttons()) {
        const int id = shapes->id(button);
        button->setEnabled(layer && layer->cortex->has(static_cast<SurfaceShape>(id)));
        if (std::lround(view.shape) == id) button->setChecked(true);
    }
    const QSignalBlocker quiet(directions);
    for (const CortexDirection direction : everyDirection)
        directions->button(static_cast<int>(direction))
            ->setChecked(std::find(view.directions.begin(), view.directions.end(), direction) != view.directions.end());
    const int code = static_cast<int>(view.eye.direction) * 3 + (view.eye.side ? static_cast<int>(*view.eye.side) : 2);
    eye->setCurrentIndex(eye->findData(code));
}

void CortexPanel::showMap(const CortexLayer* layer) {
    const auto offer = [](QComboBox* field, const auto& things, int chosen, const QString& none, auto title) {
        field->clear();
        field->addItem(none, -1);
        for (std::size_t i = 0; i < things.size(); ++i) field->addItem(title(*things[i]), static_cast<int>(i));
        field->setCurrentIndex(field->findData(chosen));
    };
    if (!layer) return;
    const CortexDisplay& d = layer->display;
    offer(map, layer->cortex->maps, layer->map() ? d.map : -1, tr("None"), [](const CortexMap& one) {
        const QString title = cortexMapTitle(one.name);
        return one.unit.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, one.unit);
    });
    offer(parcellation, layer->cortex->parcellations, layer->parcellation() ? d.parcellation : -1, tr("None"),
          [](const Parcellation& one) { return one.name; });
    display->setVisible(layer->mapDisplay());
    if (layer->mapDisplay()) display->show(*layer->mapDisplay());
    filled->setEnabled(layer->parcellation());
    filled->setChecked(d.regions == Drawn::Fill);
    outlines->setChecked(d.outlines);
    byMap->setEnabled(d.outlines && layer->mapDisplay());
    byMap->setChecked(d.outlinesByMap);
}

void CortexPanel::change(const QString& text, const QString& key, const std::function<void(ReviewState&)>& change) {
    if (showing) return;
    review.edit(text, change, key.isEmpty() ? key : QStringLiteral("cortex panel ") + key);
}

void CortexPanel::changeLayer(const QString& text, const QString& key, const std::function<void(CortexLayer&)>& act) {
    change(text, key, [&](ReviewState& state) {
        const CortexLayer* shown = state.shownCortex();
        if (shown) act(state.cortices[static_cast<std::size_t>(shown - state.cortices.data())]);
    });
}

} // namespace neuraxis

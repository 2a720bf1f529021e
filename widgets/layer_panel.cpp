#include "widgets/layer_panel.h"

#include "core/model/compared_state.h"
#include "core/model/label_maps.h"
#include "core/model/label_tables.h"
#include "core/model/window_level.h"
#include "widgets/display_form.h"
#include "widgets/form_parts.h"
#include "widgets/label_list.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace neuraxis {

namespace {

QToolButton* smallButton(const char* icon, const QString& help) {
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setAutoRaise(true);
    return button;
}

} // namespace

LayerPanel::LayerPanel(Review& review, Navigation& navigation, QWidget* parent)
    : QWidget(parent), review(review), navigation(navigation) {
    list = new QListWidget;
    list->setAccessibleName(tr("Layers"));
    list->setMinimumHeight(72);
    list->setMaximumHeight(96);
    up = smallButton("up", tr("Move the layer up"));
    down = smallButton("down", tr("Move the layer down"));
    remove = smallButton("remove", tr("Remove the layer"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(up);
    buttons->addWidget(down);
    buttons->addWidget(remove);
    buttons->addStretch();
    makeFields();
    placeFields();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(list);
    layout->addLayout(buttons);
    layout->addWidget(form);
    connectFields();
    connect(&review, &Review::changed, this, &LayerPanel::showState);
    connect(&navigation, &Navigation::changed, this, &LayerPanel::followPlace);
    keepKeysWithViews(this);
    showState();
}

void LayerPanel::makeFields() {
    form = new DisplayForm;
    centre = numberField(tr("Window centre"));
    width = numberField(tr("Window width"));
    windowMenu = new QToolButton;
    windowMenu->setObjectName(QStringLiteral("panelButton"));
    windowMenu->setText(tr("Set the window…"));
    windowMenu->setPopupMode(QToolButton::InstantPopup);
    windowMenu->setMenu(new QMenu(windowMenu));
    windowMenu->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    interpolation = choiceField();
    interpolation->setAccessibleName(tr("Interpolation"));
    interpolation->addItems({tr("None (voxels)"), tr("Linear"), tr("Cubic")});

    drawn = choiceField();
    drawn->setObjectName(QStringLiteral("drawnAs"));
    drawn->setAccessibleName(tr("Drawn as"));
    drawn->addItems({tr("Area"), tr("Outline")});
    within = choiceField();
    within->setObjectName(QStringLiteral("onlyWithin"));
    within->setAccessibleName(tr("Only within"));
    areLabels = new QCheckBox(tr("Values are labels"));
    areLabels->setObjectName(QStringLiteral("areLabels"));
    tableTitle = new ShyLabel;
    tableTitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    labels = new LabelList;
    loadTable = new QPushButton(tr("Load a label table…"));
    loadTable->setObjectName(QStringLiteral("loadLabelTable"));
}

void LayerPanel::placeFields() {
    QFormLayout* rows = form->rows();
    int row = form->rowBelow(DisplayForm::Group::Opacity);
    rows->insertRow(row++, tr("Drawn as"), drawn);
    rows->insertRow(row++, tr("Only within"), within);
    rows->insertRow(row++, QString(), areLabels);
    rows->insertRow(row++, tr("Table"), tableTitle);
    rows->insertRow(row++, labels);
    rows->insertRow(row++, loadTable);
    row = form->rowBelow(DisplayForm::Group::Colours);
    rows->insertRow(row++, tr("Centre"), centre);
    rows->insertRow(row++, tr("Width"), width);
    rows->insertRow(form->rowBelow(DisplayForm::Group::Window), QString(), windowMenu);
    rows->addRow(tr("Interpolation"), interpolation);
}

void LayerPanel::connectFields() {
    connect(list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (showing || row < 0) return;
        NavigationState next = this->navigation.state();
        next.activeLayer = list->count() - 1 - row;
        this->navigation.set(next);
    });
    connect(list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (showing) return;
        const auto index = static_cast<std::size_t>(list->count() - 1 - list->row(item));
        const bool visible = item->checkState() == Qt::Checked;
        this->review.edit(visible ? tr("Show the layer") : tr("Hide the layer"),
                          [=](ReviewState& state) { state.layers[index].display.visible = visible; });
    });
    connect(up, &QToolButton::clicked, this, [this] { moveActive(+1); });
    connect(down, &QToolButton::clicked, this, [this] { moveActive(-1); });
    connect(remove, &QToolButton::clicked, this, &LayerPanel::removeActive);

    connect(form, &DisplayForm::changed, this, &LayerPanel::change);
    connect(form, &DisplayForm::windowChanged, this, [this](const Range& window) { changeWindow(window, true); });
    const auto setWindow = [this] {
        const double c = centre->value(), w = width->value();
        if (!(w > 0)) return showState();
        changeWindow(rangeOf(c, w), true);
    };
    connect(centre, &QDoubleSpinBox::valueChanged, this, setWindow);
    connect(width, &QDoubleSpinBox::valueChanged, this, setWindow);
    connect(interpolation, &QComboBox::activated, this, [this](int index) {
        change(tr("Change the interpolation"), {},
               [=](Display& d) { d.interpolation = static_cast<Interpolation>(index); });
    });
    connect(windowMenu->menu(), &QMenu::aboutToShow, this, &LayerPanel::fillWindowMenu);

    connect(drawn, &QComboBox::activated, this, [this](int index) {
        change(tr("Change how the layer is drawn"), {}, [=](Display& d) { d.drawn = static_cast<Drawn>(index); });
    });
    connect(within, &QComboBox::activated, this, [this] {
        const QVariant chosen = within->currentData();
        if (!chosen.isValid()) return; // a mask that is no layer's: as it is
        const int other = chosen.toInt();
        const auto& layers = this->review.state().layers;
        const auto mask = other < 0 ? nullptr : layers[static_cast<std::size_t>(other)].volume;
        changeLayer(tr("Change where the layer is drawn"), {}, [&](Layer& layer) { layer.mask = mask; });
    });
    connect(areLabels, &QCheckBox::toggled, this, [this](bool on) {
        changeLayer(on ? tr("Show values as labels") : tr("Show labels as values"), {},
                    [=](Layer& layer) { layer.display.labels = on ? tableFor(*layer.volume) : nullptr; });
    });
    connect(loadTable, &QPushButton::clicked, this, [this] {
        if (const int index = active(); index >= 0) Q_EMIT labelTableWanted(index);
    });
}

int LayerPanel::active() const { return activeLayer(review.state(), navigation.state()); }

void LayerPanel::followPlace() {
    const int index = active();
    if (list->currentRow() != list->count() - 1 - index ||
        (index >= 0 && review.state().layers[static_cast<std::size_t>(index)].display.window(
                           navigation.state().volume) != shownWindow))
        showState();
    showLabels();
}

void LayerPanel::showState() {
    showing = true;
    showLayers();
    showDisplay();
    showing = false;
}

void LayerPanel::showLayers() {
    const auto& layers = review.state().layers;
    while (list->count() > static_cast<int>(layers.size())) delete list->takeItem(list->count() - 1);
    while (list->count() < static_cast<int>(layers.size())) {
        auto* item = new QListWidgetItem;
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        list->addItem(item);
    }
    for (int row = 0; row < list->count(); ++row) {
        const std::size_t at = layers.size() - 1 - static_cast<std::size_t>(row);
        const Layer& layer = layers[at];
        list->item(row)->setText(layerTitle(review.state(), at));
        list->item(row)->setCheckState(layer.display.visible ? Qt::Checked : Qt::Unchecked);
    }
    const int index = active();
    list->setCurrentRow(index < 0 ? -1 : list->count() - 1 - index);
    up->setEnabled(index >= 0 && index + 1 < list->count());
    down->setEnabled(index > 0);
    remove->setEnabled(index >= 0);
    form->setEnabled(index >= 0);
}

void LayerPanel::showDisplay() {
    const int index = active();
    if (index < 0) return;
    const Layer& layer = review.state().layers[static_cast<std::size_t>(index)];
    const Display& d = layer.display;
    showFieldsFor(d);
    showMasks(layer);
    showLabels();
    const Range window = d.window(navigation.state().volume);
    const double span = window.width();
    shownWindow = window;
    form->show(d, navigation.state().volume);
    showNumber(centre, window.centre(), span);
    showNumber(width, span, span);
    interpolation->setCurrentIndex(static_cast<int>(d.interpolation));
    drawn->setCurrentIndex(static_cast<int>(d.drawn));
    areLabels->setChecked(d.labels != nullptr);
    areLabels->setEnabled(layer.volume->header().type != StoredType::Rgb24);
}

void LayerPanel::showFieldsFor(const Display& d) {
    for (QWidget* field : std::initializer_list<QWidget*>{tableTitle, labels, loadTable})
        form->rows()->setRowVisible(field, d.labels != nullptr);
    for (QWidget* field : std::initializer_list<QWidget*>{centre, width, windowMenu, interpolation})
        form->rows()->setRowVisible(field, !d.labels);
}

void LayerPanel::showMasks(const Layer& layer) {
    within->clear();
    within->addItem(tr("Everywhere"), -1);
    const auto& layers = review.state().layers;
    for (std::size_t other = 0; other < layers.size(); ++other) {
        if (&layers[other] == &layer) continue;
        within->addItem(layers[other].volume->header().name, static_cast<int>(other));
        if (layer.mask == layers[other].volume) within->setCurrentIndex(within->count() - 1);
    }
    if (!layer.mask || within->currentIndex() > 0) return;
    within->addItem(layer.mask->header().name); // a closed layer's, or one that was made for this
    within->setCurrentIndex(within->count() - 1);
}

void LayerPanel::showLabels() {
    const int index = active();
    if (index < 0) return;
    const Layer& layer = review.state().layers[static_cast<std::size_t>(index)];
    const auto& table = layer.display.labels;
    if (!table) return;
    labels->showLabels(layer.volume, volumeIndex(layer.volume->header(), navigation.state()), table);
    tableTitle->setText(*table == freeSurferLabels() ? QStringLiteral("FreeSurfer")
                        : table->labels().empty()
                            ? tr("Without names")
                            : tr("%n label(s)", nullptr, static_cast<int>(table->labels().size())));
}

void LayerPanel::changeLayer(const QString& text, const QString& key, const std::function<void(Layer&)>& change) {
    const int index = active();
    if (showing || index < 0) return;
    review.edit(
        text, [&](ReviewState& state) { change(state.layers[static_cast<std::size_t>(index)]); },
        key.isEmpty() ? key : QStringLiteral("panel %1 %2").arg(key).arg(index));
}

void LayerPanel::change(const QString& text, const QString& key, const std::function<void(Display&)>& change) {
    changeLayer(text, key, [&](Layer& layer) { change(layer.display); });
}

void LayerPanel::moveActive(int up) {
    const int from = active(), to = from + up;
    if (from < 0 || to < 0 || to >= list->count()) return;
    NavigationState next = navigation.state();
    next.activeLayer = to;
    navigation.set(next);
    review.edit(tr("Move the layer"), [=](ReviewState& state) {
        std::swap(state.layers[static_cast<std::size_t>(from)], state.layers[static_cast<std::size_t>(to)]);
    });
}

void LayerPanel::removeActive() {
    const int index = active();
    if (index < 0) return;
    review.edit(tr("Remove the layer"), [=](ReviewState& state) { state.layers.erase(state.layers.begin() + index); });
}

void LayerPanel::changeWindow(const Range& window, bool merged) {
    const int index = active(), volume = navigation.state().volume;
    if (index < 0) return;
    // A drag over one b-value is one step, and over another the next.
    const Layer& layer = review.state().layers[static_cast<std::size_t>(index)];
    const QString key = merged ? QStringLiteral("window %1").arg(layer.sharedWindow(volume).front()) : QString();
    changeLayer(tr("Change the window"), key, [&](Layer& changed) { changed.setWindow(window, volume); });
}

void LayerPanel::fillWindowMenu() {
    QMenu* menu = windowMenu->menu();
    menu->clear();
    const int index = active();
    if (index < 0) return;
    const auto volume = review.state().layers[static_cast<std::size_t>(index)].volume;
    const int time = volumeIndex(volume->header(), navigation.state());
    const auto offer = [&](const QString& title, const std::function<Range()>& range) {
        menu->addAction(title, this, [this, range] { changeWindow(range()); });
    };
    for (const WindowChoice& choice : windowChoices())
        offer(choice.title, [=, range = choice.range] { return range(*volume, time); });
    menu->addAction(tr("Percentiles…"), this, &LayerPanel::choosePercentiles);
    if (!volume->header().windowPresets.empty()) menu->addSection(tr("From the scanner"));
    for (const WindowPreset& preset : volume->header().windowPresets)
        offer(preset.name.isEmpty()
                  ? tr("Centre %1, width %2").arg(preset.centre, 0, 'g', 4).arg(preset.width, 0, 'g', 4)
                  : preset.name,
              [=] { return rangeOf(preset.centre, preset.width); });
}

void LayerPanel::choosePercentiles() {
    QDialog dialog(this);
    dialog.setWindowTitle(tr("Window by percentiles"));
    auto* fields = new QFormLayout(&dialog);
    const auto field = [&](const QString& label, double value) {
        auto* spin = new QDoubleSpinBox;
        spin->setRange(0, 100);
        spin->setAccessibleName(label);
        spin->setDecimals(1);
        spin->setSuffix(QStringLiteral(" %"));
        spin->setValue(value);
        fields->addRow(label, spin);
        return spin;
    };
    auto* from = field(tr("Dark end"), 2);
    auto* to = field(tr("Bright end"), 98);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    fields->addRow(box);
    connect(box, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if (dialog.exec() != QDialog::Accepted) return;
    const int index = active();
    if (index < 0) return;
    const auto& volume = *review.state().layers[static_cast<std::size_t>(index)].volume;
    const Range range =
        percentileRange(volume, std::min(from->value(), to->value()), std::max(from->value(), to->value()),
                        volumeIndex(volume.header(), navigation.state()));
    changeWindow(range);
}

} // namespace neuraxis

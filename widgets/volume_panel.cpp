#include "widgets/volume_panel.h"

#include "core/render/volume_presets.h"
#include "widgets/form_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSlider>
#include <QVBoxLayout>

namespace neuraxis {

VolumePanel::VolumePanel(Review& review, QWidget* parent) : QWidget(parent), review(review) {
    preset = choiceField();
    preset->setAccessibleName(tr("3-D preset"));
    for (const auto& row : render::volumePresets()) preset->addItem(row.title, row.name);
    opacity = new QSlider(Qt::Horizontal);
    opacity->setRange(-100, 100);
    opacity->setAccessibleName(tr("Opacity shift"));
    opacity->setToolTip(tr("Or Shift+drag in the 3-D view"));
    shading = new QCheckBox(tr("Shaded"));
    clip = choiceField();
    clip->setAccessibleName(tr("Cut plane"));
    clip->addItems({tr("None"), tr("Axial"), tr("Coronal"), tr("Sagittal")});
    otherSide = new QCheckBox(tr("Cut the other side"));
    crop = new QCheckBox(tr("Box around the crosshair"));
    cropMm = numberField(tr("Edge of the box"));
    cropMm->setRange(5, 500);
    cropMm->setDecimals(0);
    cropMm->setSingleStep(5);
    cropMm->setSuffix(QStringLiteral(" mm"));

    auto* rows = panelForm();
    rows->addRow(tr("Preset"), preset);
    rows->addRow(tr("Opacity"), opacity);
    rows->addRow(QString(), shading);
    rows->addRow(tr("Cut"), clip);
    rows->addRow(QString(), otherSide);
    rows->addRow(crop);
    rows->addRow(tr("Edge"), cropMm);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->addLayout(rows);

    connect(preset, &QComboBox::activated, this, [this] {
        const QString name = preset->currentData().toString();
        change(tr("Change the 3-D preset"), {}, [=](VolumeView& v) { v.preset = name; });
    });
    connect(opacity, &QSlider::valueChanged, this, [this](int percent) {
        change(tr("Shift the opacity"), QStringLiteral("shift"),
               [=](VolumeView& v) { v.opacityShift = -percent / 100.0; });
    });
    connect(shading, &QCheckBox::toggled, this,
            [this](bool on) { change(tr("Change the shading"), {}, [=](VolumeView& v) { v.shading = on; }); });
    connect(clip, &QComboBox::activated, this, [this](int index) {
        change(tr("Change the cut plane"), {}, [=](VolumeView& v) {
            v.clip = index == 0 ? std::nullopt : std::optional(static_cast<Plane>(index - 1));
        });
    });
    connect(otherSide, &QCheckBox::toggled, this,
            [this](bool on) { change(tr("Change the cut plane"), {}, [=](VolumeView& v) { v.clipOtherSide = on; }); });
    const auto setCrop = [this] {
        const std::optional<double> mm = crop->isChecked() ? std::optional(cropMm->value()) : std::nullopt;
        change(tr("Change the box"), QStringLiteral("crop"), [=](VolumeView& v) { v.cropMm = mm; });
    };
    connect(crop, &QCheckBox::toggled, this, setCrop);
    connect(cropMm, &QDoubleSpinBox::valueChanged, this, setCrop);
    connect(&review, &Review::changed, this, &VolumePanel::showState);
    cropMm->setValue(100);
    keepKeysWithViews(this);
    showState();
}

void VolumePanel::showState() {
    showing = true;
    const VolumeView& view = review.state().volume;
    preset->setCurrentIndex(preset->findData(view.preset));
    opacity->setValue(qRound(-view.opacityShift * 100));
    shading->setChecked(view.shading);
    clip->setCurrentIndex(view.clip ? static_cast<int>(*view.clip) + 1 : 0);
    otherSide->setChecked(view.clipOtherSide);
    otherSide->setEnabled(view.clip.has_value());
    crop->setChecked(view.cropMm.has_value());
    cropMm->setEnabled(view.cropMm.has_value());
    if (view.cropMm) cropMm->setValue(*view.cropMm);
    showing = false;
}

void VolumePanel::change(const QString& text, const QString& key, const std::function<void(VolumeView&)>& change) {
    if (showing) return;
    review.edit(
        text, [&](ReviewState& state) { change(state.volume); },
        key.isEmpty() ? key : QStringLiteral("3-D panel ") + key);
}

} // namespace neuraxis

#pragma once

#include <QIcon>

class QDoubleSpinBox;
class QFormLayout;
class QWidget;

namespace neuraxis {

/// A number field of a side panel: wide range, steps that fit the value, no thousands separators.
QDoubleSpinBox* numberField(const QString& accessibleName);
/// Sets value, decimals and step together so that a window of any size can be edited; no signals.
void showNumber(QDoubleSpinBox* field, double value, double span);
/// Leaves the keys with the views when a control that takes no text is used by mouse; Tab still reaches it.
void keepKeysWithViews(QWidget* panel);
/// A form with the panels' margins and spacing.
QFormLayout* panelForm();
/// A colour map as a small bar.
QIcon colourMapIcon(const QString& name, bool inverted);
/// An icon of the resources, drawn in the palette's text colour.
QIcon themedIcon(const char* name);

} // namespace neuraxis

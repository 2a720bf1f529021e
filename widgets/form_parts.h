#pragma once

#include <QIcon>
#include <QLabel>
#include <initializer_list>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QKeyEvent;
class QMimeData;
class QStackedWidget;
class QWidget;

namespace neuraxis {

/// A label that ends in an ellipsis where it has not room enough, and asks for none.
class ShyLabel : public QLabel {
  public:
    explicit ShyLabel(const QString& text = {});
    void paintEvent(QPaintEvent* event) override;
};

/// A number field of a side panel: wide range, steps that fit the value, no thousands separators.
QDoubleSpinBox* numberField(const QString& accessibleName);
/// A choice of a side panel, which cuts its longest words where it has not room enough.
QComboBox* choiceField();
/// A choice of all colour maps, by group under its heading; an item's data is its map's name.
QComboBox* colourMapField(const QString& accessibleName);
/// Sets value, decimals and step together so that a window of any size can be edited; no signals.
void showNumber(QDoubleSpinBox* field, double value, double span);
/// Leaves the keys with the views when a control that takes no text is used by mouse; Tab still reaches it.
void keepKeysWithViews(QWidget* panel);
/// Widgets beside one another, as one field of a form.
QWidget* inRow(std::initializer_list<QWidget*> parts);
/// Buttons beside one another, of which one is down: which of the pages `pages` has is seen.
QWidget* pageSwitch(QStackedWidget* pages, const QStringList& titles);
/// Makes the fields of forms below one another begin at the same place.
void alignLabels(const std::vector<QFormLayout*>& forms);
/// A form with the panels' margins and spacing.
QFormLayout* panelForm();
/// A colour with that much of it to be seen, 0 to 1.
QColor faded(QColor colour, double alpha);
/// A colour map as a small bar.
QIcon colourMapIcon(const QString& name, bool inverted);
/// The files and folders of this machine among what is dropped.
QStringList localPaths(const QMimeData& dropped);
/// Whether a key writes what can be looked for: a letter, a digit, a sign.
bool isTyped(const QKeyEvent& event);
/// An icon of the resources, drawn in the palette's text colour.
QIcon themedIcon(const char* name);

} // namespace neuraxis

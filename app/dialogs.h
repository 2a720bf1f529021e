#pragma once

#include <QStringList>

class QWidget;

namespace neuraxis {

class MainWindow;

/// Files or a folder to open, chosen by the user; empty when cancelled.
QStringList askFiles(MainWindow& window);
QStringList askFolder(MainWindow& window);
/// Opens a study's file that the user chooses or names anew.
void openStudy(MainWindow& window);
/// The views as a picture in a file or on the clipboard, drawn off the GUI thread.
void savePicture(MainWindow& window);
void copyPicture(MainWindow& window);
/// Writes a table to a file that the user chooses; `name` is offered. Why it could not be written, else "".
QString saveTable(QWidget& parent, const QString& tsv, const QString& name);
/// Names and colours for the numbers of a label map, from a file that the user chooses.
void chooseLabelTable(MainWindow& window, int layer);
/// The files that were found and are not shown, each with its reason.
void showSkipped(MainWindow& window);
void showShortcuts(MainWindow& window);
void showAbout(MainWindow& window);

} // namespace neuraxis

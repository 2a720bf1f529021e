#pragma once

#include <QStringList>

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
void showShortcuts(MainWindow& window);
void showAbout(MainWindow& window);

} // namespace neuraxis

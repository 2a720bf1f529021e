#pragma once

namespace neuraxis {

class MainWindow;

/// Opens the window with the header of a series of the list, by id; -1 is the one shown. With `right` it compares.
void showHeader(MainWindow& window, int left = -1, int right = -1);

} // namespace neuraxis

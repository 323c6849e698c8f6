//! The program behind the console's page.

fn main() {
    chie_widget::console::start();
}
